import workerpool from 'workerpool';
import { doJob } from './learner.js';

workerpool.worker({ run: doJob });
