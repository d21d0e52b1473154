import { type Lesson, Student } from './student.js';

/** Examples of one lesson; with a shard to learn from, without one to judge by. */
export interface Job {
  lesson: Lesson;
  examples: number[];
  shard: number | null;
}

let opened: { id: number; student: Promise<Student> } | null = null;

function studentOf(lesson: Lesson): Promise<Student> {
  if (opened?.id !== lesson.id) {
    forget();
    opened = { id: lesson.id, student: Student.open(lesson) };
  }
  return opened!.student;
}

/** Does a job on this thread; returns the sum of the examples' losses. */
export async function doJob({ lesson, examples, shard }: Job): Promise<number> {
  const student = await studentOf(lesson);
  return shard === null ? student.judge(examples) : student.learn(examples, shard);
}

/** Frees what this thread has learned from. */
export function forget(): void {
  void opened?.student.then((student) => student.close()).catch(() => {});
  opened = null;
}
