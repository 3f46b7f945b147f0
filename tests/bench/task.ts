import { deskTasks } from './tasks/desk.ts';
import { documentTasks } from './tasks/documents.ts';
import { sheetTasks } from './tasks/sheets.ts';

/** One piece of work in a process of its own, so that its memory is its own. Prints its milliseconds. */
const TASKS = { ...documentTasks, ...sheetTasks, ...deskTasks };

const [name = '', ...args] = process.argv.slice(2);
const task = TASKS[name];
if (!task) throw new Error(`unknown task ${name}`);
process.stdout.write(String(await task(...args)));
