import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { folderName } from '../../electron/services/document/new-folder.ts';
import { assessmentDocument } from '../../shared/assessment/document.ts';
import type { Assessment } from '../../shared/assessment/schema.ts';
import { campaignSchema } from '../../shared/campaign/schema.ts';
import { encode } from '../../shared/document.ts';
import { decode } from '../../shared/stored-form.ts';
import { type Standard, standardSchema } from '../../shared/standard/schema.ts';
import { TestDesk } from './desk.ts';
import { CAMPAIGN, PRACTICE, STANDARD_BYTES } from './fixtures.ts';
import { TestImports } from './import.ts';
import { contentOf } from './pieces.ts';

/** Where there is one, a disk in memory: fsync costs most of what a save takes. */
const MEMORY = '/dev/shm';

/** The data folder of a test, laid down as an earlier run of the program left it and read as it is now. */
export class TestFolder {
  /** It holds scoring-standards/ with the test's standard and campaigns, and 标兵自评. */
  protected readonly folder = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'biaobing-page-'));
  readonly root = join(this.folder, '标兵自评');
  readonly desk = new TestDesk(this.root);
  readonly imports = new TestImports(this.root);

  constructor() {
    const put = (folder: string, name: string, content: string | Buffer) => {
      const into = join(this.folder, 'scoring-standards', folder);
      mkdirSync(into, { recursive: true });
      writeFileSync(join(into, name), content);
    };
    put('standards', 'standard.json', STANDARD_BYTES);
    for (const campaign of [CAMPAIGN, PRACTICE])
      put('campaigns', `${campaign.id}.json`, JSON.stringify(z.encode(campaignSchema, campaign)));
  }

  /** Puts an assessment into the data folder, with the pieces of evidence whose content is known. `standard`: its bytes. */
  keep(assessment: Assessment, standard: Buffer = STANDARD_BYTES): Assessment {
    const folder = this.folderOf(assessment);
    mkdirSync(join(folder, 'evidence'), { recursive: true });
    for (const { sha256 } of assessment.evidence) {
      const content = contentOf(sha256);
      if (content) writeFileSync(join(folder, 'evidence', sha256), content);
    }
    writeFileSync(join(folder, 'standard.json'), standard);
    writeFileSync(join(folder, 'assessment.json'), JSON.stringify(encode(assessmentDocument, assessment)));
    return assessment;
  }

  /** Leaves the copy that was kept before the last save, and of the save itself half a file. */
  damage(assessment: Assessment): void {
    const path = (name: string) => join(this.folderOf(assessment), name);
    renameSync(path('assessment.json'), path('assessment.previous.json'));
    writeFileSync(path('assessment.json'), '{"version":');
  }

  folderOf({ unit, id }: Pick<Assessment, 'unit' | 'id'>): string {
    return join(this.root, folderName(unit.name || '未命名单位', id));
  }

  /** Every assessment as it is on the disk, in the order of their folders' names. */
  assessments(): Assessment[] {
    return readdirSync(this.root)
      .map((name) => join(this.root, name, 'assessment.json'))
      .filter((path) => existsSync(path))
      .map((path) => decode(assessmentDocument, JSON.parse(readFileSync(path, 'utf8'))));
  }

  /** The one that is there, or the one of this id, as it is on the disk. */
  assessment(id?: string): Assessment {
    const found = this.assessments().find((each) => id === undefined || each.id === id);
    if (!found) throw new Error(`There is no assessment ${id}`);
    return found;
  }

  /** Puts a standard into 标准库. */
  keepStandard(standard: Standard): void {
    const folder = join(this.root, '标准库');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${standard.id}.json`), JSON.stringify(z.encode(standardSchema, standard)));
  }

  /** The standards in 标准库, as they are on the disk. */
  standards(): Standard[] {
    const folder = join(this.root, '标准库');
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
    return names.map((name) => standardSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
  }

  /** Paths of what the program made for the user, in the order of their names; not what it is still writing. */
  exports(): string[] {
    const folder = join(this.root, '导出');
    const names = existsSync(folder) ? readdirSync(folder).sort() : [];
    return names.filter((name) => !name.startsWith('.')).map((name) => join(folder, name));
  }
}
