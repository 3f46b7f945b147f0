import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Assessment } from '../../../shared/assessment/schema.ts';
import type { CallInput, PaperTemplate, paperCalls } from '../../../shared/contract/contract.ts';
import type { PaperValues } from '../../../shared/papers/fields.ts';
import { type PaperKind, paperTitle, paperTitleOf, TEMPLATE_PREFIX } from '../../../shared/papers/kinds.ts';
import { paperValues } from '../../../shared/papers/values.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import { assertNever } from '../../../shared/values/assert-never.ts';
import { UserError } from '../../../shared/values/errors.ts';
import { localDay } from '../base/clock.ts';
import { guarded } from '../base/failures.ts';
import { discard, type FileTokens, type OfferedFile } from '../base/file-tokens.ts';
import type { HandlersFor } from '../base/handlers.ts';
import type { DataFolder } from '../files/data-folder.ts';
import { readUpTo } from '../files/files.ts';
import { type FileMaker, makeFile } from '../files/made-files.ts';
import { evidenceInOrder } from '../workbook/context.ts';
import { BrokenPaper, fillTemplate } from './fill-template.ts';
import { OwnTemplates, wholeTemplate } from './own-templates.ts';
import { LIMITS, type TemplateParts } from './read-template.ts';

interface PaperPorts extends FileMaker {
  readonly data: DataFolder;
  readonly offered: FileTokens<OfferedFile>;
  /** Folder that holds scoring-standards/. */
  readonly resources: string;
  /** What is open of an assessment. */
  readonly openAssessment: (
    id: string,
  ) => Promise<{ readonly assessment: Assessment; readonly standard: Standard }>;
}

/** Where our own templates lie, below `resources`; made by build/make-papers.mjs. */
const HOME = 'scoring-standards/templates/papers';

/** 文书: papers made from templates, and the templates, as a part of the host. */
export function paperPart(ports: PaperPorts) {
  const own = new OwnTemplates(ports.data);
  const handlers: HandlersFor<typeof paperCalls> = {
    makePaper: (wish) => makePaper(ports, own, wish),
    exportPaperTemplate: async ({ paper }) =>
      makeFile(
        ports,
        `${TEMPLATE_PREFIX}${paperTitle(paper, { kind: 'recommendation' })}`,
        '.docx',
        await shipped(ports, paper),
      ),
    listPaperTemplates: async () => ({ folder: await own.folder(), templates: await own.list() }),
    addPaperTemplate: async ({ token }) => {
      const file = ports.offered.take(token);
      try {
        return await own.add(await guarded(READING, () => chosen(file)), file.name);
      } finally {
        await discard([file]);
      }
    },
    removePaperTemplate: async ({ name }) => ({ movedTo: await own.remove(name, ports.now()) }),
  };
  return { documents: {}, copies: {}, handlers };
}

async function makePaper(
  ports: PaperPorts,
  own: OwnTemplates,
  { id, template, authorityOpinion }: CallInput<'makePaper'>,
) {
  const { assessment, standard } = await ports.openAssessment(id);
  const today = localDay(ports.now());
  const title = titleOf(template, assessment);
  const values = paperValues({
    ...{ assessment, standard, title, today, authorityOpinion },
    numbers: numbersOf(assessment, standard),
  });
  const parts = await partsOf(ports, own, template);
  const unit = assessment.unit.name;
  return makeFile(ports, unit === '' ? title : `${title}-${unit}`, '.docx', await filled(parts, values), {
    doing: MAKING,
  });
}

function titleOf(template: PaperTemplate, { campaign }: Assessment): string {
  switch (template.of) {
    case 'program':
      return paperTitle(template.paper, campaign);
    case 'office':
      return paperTitleOf(template.name, campaign);
    default:
      return assertNever(template);
  }
}

async function partsOf(
  ports: PaperPorts,
  own: OwnTemplates,
  template: PaperTemplate,
): Promise<TemplateParts> {
  if (template.of === 'office') return own.parts(template.name);
  return wholeTemplate(template.paper, await shipped(ports, template.paper));
}

function shipped({ resources }: PaperPorts, paper: PaperKind): Promise<Buffer> {
  return guarded(READING, () => readFile(join(resources, HOME, `${paper}.docx`)));
}

/** One byte more than is allowed says that it is too large. */
async function chosen({ path }: OfferedFile): Promise<Buffer> {
  try {
    return await readUpTo(path, LIMITS.file);
  } catch (error) {
    if (error instanceof UserError && error.failure.code === 'record-too-long')
      return Buffer.alloc(LIMITS.file + 1);
    throw error;
  }
}

/** 材料号: the place in the list of the package. */
function numbersOf(assessment: Assessment, standard: Standard): ReadonlyMap<string, number> {
  const files = evidenceInOrder({ assessment, standard });
  return new Map(files.map(({ sha256 }, index) => [sha256, index + 1]));
}

async function filled(parts: TemplateParts, values: PaperValues): Promise<Buffer> {
  try {
    return await fillTemplate(parts, values);
  } catch (error) {
    if (error instanceof RangeError) throw tooMuch();
    if (error instanceof BrokenPaper) throw broken();
    throw error;
  }
}

const READING = { action: '读取文书模板', effect: '没有生成文书；模板没有改动。' };
const MAKING = { action: '生成文书', effect: '没有生成；自评内容没有改动。' };

function broken(): UserError {
  return new UserError({
    code: 'paper-broken',
    message: '用这份模板生成的文书 Word 打不开，没有保存。',
    effect: '没有生成；自评内容没有改动。',
    remedy: '请检查模板：【#…】和【/…】要写在同一个单元格、同一行，或都写在表格外。',
  });
}

function tooMuch(): UserError {
  return new UserError({
    code: 'paper-too-large',
    message: '生成的文书太大，超出了程序的限度。',
    effect: '没有生成；自评内容没有改动。',
    remedy: '请减少模板里的循环后再试。',
  });
}
