// Makes our templates of papers (scoring-standards/templates/papers). They are committed: this script is only run again
// when they change; a test says that they are what it gives.
//   node build/make-papers.mjs
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { Packer } from 'docx';
import PizZip from 'pizzip';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { application } from './papers/application.mjs';
import { caseOfYear } from './papers/case.mjs';
import { commended } from './papers/commended.mjs';
import { evidence } from './papers/evidence.mjs';
import { listOfYear } from './papers/list.mjs';
import { pledge } from './papers/pledge.mjs';
import { projectOfYear } from './papers/project.mjs';
import { report } from './papers/report.mjs';

const home = new URL('../scoring-standards/templates/papers/', import.meta.url);
const PAPERS = {
  application,
  pledge,
  report,
  evidence,
  case: caseOfYear,
  list: listOfYear,
  project: projectOfYear,
  commended,
};

/** name of the file -> its bytes, the same on every day. */
export async function makePapers() {
  const made = await Promise.all(
    Object.entries(PAPERS).map(async ([name, document]) => [
      `${name}.docx`,
      await withFixedTimes(await Packer.toBuffer(document())),
    ]),
  );
  return new Map(made);
}

async function withFixedTimes(bytes) {
  const { files } = new PizZip(bytes);
  const zip = new ZipFile();
  for (const [name, file] of Object.entries(files)) {
    if (file.dir) continue;
    const content =
      name === 'docProps/core.xml'
        ? Buffer.from(file.asText().replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2000-01-01T00:00:00Z'))
        : Buffer.from(file.asUint8Array());
    // Noon: a ZIP holds local time. Stored: what zlib makes differs between builds.
    const mtime = new Date(2000, 0, 1, 12);
    zip.addBuffer(content, name, { mtime, mode: 0o100644, compress: false, forceDosTimestamp: true });
  }
  zip.end();
  return buffer(zip.outputStream);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const [name, bytes] of await makePapers()) writeFileSync(new URL(name, home), bytes);
}
