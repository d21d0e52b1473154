import workerpool from 'workerpool';
import { type Lesson, Student } from './student.js';

/** Examples of one lesson; with a shard to learn from, without one to judge by. */
export interface Job {
  lesson: Lesson;
  examples: number[];
  shard: number | null;
}

let student: Student | null = null;

async function studentOf(lesson: Lesson): Promise<Student> {
  if (student?.lesson.id === lesson.id) return student;
  student?.close();
  student = null;
  return (student = await Student.open(lesson));
}

/** The sum of the examples' losses. */
async function run({ lesson, examples, shard }: Job): Promise<number> {
  const one = await studentOf(lesson);
  return shard === null ? one.judge(examples) : one.learn(examples, shard);
}

workerpool.worker({ run });
