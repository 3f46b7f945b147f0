import { randomUUID } from 'node:crypto';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type * as z from 'zod';
import type { CallName, contract } from '../../../shared/contract/contract.ts';
import { assessmentRef, deskRef } from '../../unit/documents.ts';
import { CHOICE } from '../works/assessments.ts';
import type { Place } from '../works/work.ts';
import { type FileName, type Known, OWN_CAMPAIGNS } from './filled.ts';

type Input<N extends CallName> = z.input<(typeof contract)[N]['input']>;
/** Where a call is asked. */
export interface At extends Place {
  readonly known: Known;
}
type Inputs = {
  readonly [N in CallName]: (known: Known, at: At) => Input<N> | Promise<Input<N>>;
};

/** In its place stands a token of that file, another one each time: what was chosen is taken once. */
const chosen = (name: FileName): string => `chosen:${name}`;
export const withChosen = (text: string, choose: (name: string) => string): string =>
  text.replace(/chosen:([a-z-]+\.[a-z]+)/g, (_, name: string) => choose(name));

const review = ({ desk, key }: Known) => ({ deskId: desk, key });
const assessment = ({ sample }: Known) => ({ ref: assessmentRef(sample) });

/** What a call takes away is made for it. */
const newAssessment = async ({ client }: Place): Promise<{ id: string }> =>
  client.ask('createAssessment', { unitName: '某局', ...CHOICE });
const newImport = async ({ client }: Place): Promise<{ importId: string }> =>
  client.ask('copyStandard', { id: CHOICE.standardId });
async function newStandard(place: Place): Promise<string> {
  const { importId } = await newImport(place);
  return (await place.client.ask('finishImport', { importId })).standard.id;
}
const newDraft = ({ client, known }: At): Promise<{ id: string }> =>
  client.ask('editCampaign', { id: known.campaign });
async function newCampaign({ client, files }: Place): Promise<{ id: string }> {
  const token = client.choose(join(files, 'other-campaign.json'), 'other-campaign.json');
  await client.ask('importCampaign', { token, taken: 'replace' });
  return { id: OWN_CAMPAIGNS['other-campaign.json'] };
}

/** Two folders of one id, and the key of one of them. */
async function newCopies(place: Place) {
  const { client, root } = place;
  const { id } = await newAssessment(place);
  const { folder } = await client.open(assessmentRef(id));
  await client.ask('closeDocument', { ref: assessmentRef(id) });
  await cp(folder, join(root, `又一份-${id.slice(0, 8)}`), { recursive: true });
  const { copies } = await client.ask('listCopies', { document: 'assessment', id });
  return { document: 'assessment', id, key: copies[0]?.key ?? '' } as const;
}

/** A package of which the folder is gone. */
async function lostPackage({ client, known, files }: At) {
  const choice = { standardId: CHOICE.standardId, campaignId: 'henan-biaobing-2020' };
  const { id } = await client.ask('createDesk', { title: '又一个', ...choice });
  const tokens = [client.choose(join(files, 'package.zip'), 'package.zip')];
  const { outcomes } = await client.job('importPackages', { id, tokens }, 'deskImport');
  const { folder } = await client.open(deskRef(id));
  await client.ask('closeDocument', { ref: deskRef(id) });
  const key = outcomes[0]?.receipt?.key ?? known.key;
  await rm(join(folder, 'packages', key), { recursive: true });
  return { id, key };
}

/** Under a name that there is not yet. */
const newTemplate = ({ client, files }: Place): string =>
  client.choose(join(files, 'template.docx'), `${randomUUID()}.docx`);

const jobOf = async ({ client, files }: Place): Promise<{ jobId: string }> =>
  client.ask('verifyPackages', { tokens: [client.choose(join(files, 'package.zip'), 'package.zip')] });
const workOf = ({ client }: Place): Promise<{ workId: string }> =>
  client.ask('beginWork', { title: '导出推荐包', of: '甲' });
const madeFile = async ({ client }: Place): Promise<{ token: string }> => ({
  token: (await client.ask('standardTemplate', {})).token,
});

/** Of every call one input that is answered. */
export const INPUTS: Inputs = {
  openDocument: assessment,
  closeDocument: assessment,
  changeDocument: async ({ sample, code }, { client }) => {
    const { value } = await client.open(assessmentRef(sample));
    const base = value.entries[code]?.reason ?? '';
    return {
      ...assessmentRef(sample),
      step: { do: 'edit', edit: { kind: 'setReason', code, reason: '甲' }, base },
    };
  },
  documentNow: assessment,
  compareOutside: assessment,
  takeOutside: (known) => ({ ...assessment(known), picks: {} }),
  listCopies: ({ sample }) => ({ document: 'assessment', id: sample }),
  chooseCopy: (_, at) => newCopies(at),
  removeCopy: (_, at) => newCopies(at),
  listAssessments: () => ({}),
  lastEntry: ({ sample: id }) => ({ id }),
  createAssessment: () => ({ unitName: '甲', ...CHOICE }),
  openSample: () => ({}),
  removeAssessment: (_, at) => newAssessment(at),
  previewCarryOver: ({ sample: id, standard: standardId }) => ({ id, standardId }),
  carryOver: ({ sample: id, standard: standardId }) => ({ id, standardId }),
  listBackups: ({ sample: id }) => ({ id }),
  orphanedEvidence: ({ sample: id }) => ({ id }),
  removeOrphanedEvidence: ({ sample: id }) => ({ id }),
  restoreBackup: async ({ sample: id }, { client }) => {
    const { backups } = await client.ask('listBackups', { id });
    return { id, name: backups[0]?.name ?? '' };
  },
  addEvidence: ({ sample: id, code }) => ({ id, tokens: [chosen('document.pdf')], linkTo: code }),
  evidenceState: ({ sample: id }) => ({ id }),
  openEvidence: ({ sample: id, evidence: sha256 }) => ({ id, sha256 }),
  platformTable: ({ sample: id }) => ({ id }),
  inwardWorkbook: ({ sample: id }) => ({ id }),
  exportPackage: ({ other: id }) => ({ id, mode: 'draft' }),
  inspectPackage: () => ({ token: chosen('package.zip') }),
  openPackage: () => ({ token: chosen('feedback.zip'), as: 'continue' }),
  verifyPackages: () => ({ tokens: [chosen('package.zip')] }),
  makePaper: ({ sample: id }) => ({
    ...{ id, template: { of: 'program', paper: 'pledge' }, authorityOpinion: 'without' },
  }),
  exportPaperTemplate: () => ({ paper: 'pledge' }),
  listPaperTemplates: () => ({}),
  addPaperTemplate: (_, at) => ({ token: newTemplate(at) }),
  removePaperTemplate: async (_, at) => {
    const { name } = await at.client.ask('addPaperTemplate', { token: newTemplate(at) });
    return { name };
  },
  listStandards: () => ({}),
  standardOriginal: ({ standard: id }) => ({ id }),
  sameFormStandards: ({ importId }) => ({ importId }),
  takeCorrections: ({ importId, standard }) => ({ importId, standard }),
  takeSettings: ({ importId }) => ({ importId, token: chosen('settings.json') }),
  exportSettings: ({ importId }) => ({ importId }),
  startImport: () => ({ token: chosen('table.csv') }),
  startImportFromClipboard: () => ({
    ...{ html: '<table><tr><td>台账<td>每缺1项扣1分<td>10</table>', text: '台账\t10' },
  }),
  copyStandard: () => ({ id: CHOICE.standardId }),
  listImports: () => ({}),
  discardImport: (_, at) => newImport(at),
  importReport: ({ importId }) => ({ importId }),
  finishImport: (_, at) => newImport(at),
  exportStandard: ({ standard: id }) => ({ id, format: 'xlsx' }),
  standardTemplate: () => ({}),
  removeStandard: async (_, at) => ({ id: await newStandard(at) }),
  listCampaigns: () => ({}),
  newCampaign: () => ({ kind: 'practice' }),
  copyCampaign: () => ({ id: 'practice' }),
  editCampaign: ({ campaign: id }) => ({ id }),
  listCampaignDrafts: () => ({}),
  discardCampaignDraft: (_, at) => newDraft(at),
  finishCampaign: (_, at) => newDraft(at),
  exportCampaign: ({ campaign: id }) => ({ id }),
  importCampaign: () => ({ token: chosen('campaign.json'), taken: 'keepBoth' }),
  removeCampaign: (_, at) => newCampaign(at),
  listDesks: () => ({}),
  lastDesk: () => ({}),
  createDesk: () => ({
    title: '甲',
    level: 'body',
    body: '某市',
    ...CHOICE,
    campaignId: 'henan-biaobing-2020',
  }),
  importPackages: ({ desk: id }) => ({ id, tokens: [chosen('stranger.zip')], receivedOn: '2026-11-20' }),
  addVisitPhotos: (known) => ({ ...review(known), visitId: known.visit, tokens: [chosen('photo.jpg')] }),
  openDeskEvidence: (known) => ({ ...review(known), sha256: known.evidence }),
  compareSeal: (known) => ({ ...review(known), typed: '0000' }),
  compareCandidates: (known) => ({
    packages: [review(known), { deskId: known.desk, key: known.earlier }],
  }),
  giveUpPackage: (_, at) => lostPackage(at),
  vouchForPackages: ({ desk: id }) => ({ id }),
  vouchForDesk: ({ desk: id }) => ({ id }),
  vouchForReview: ({ desk: id, key }) => ({ id, key }),
  deskHeat: ({ desk: id }) => ({ id }),
  exportReview: review,
  compareReview: (known) => ({ ...review(known), token: chosen('review.json') }),
  mergeReview: async (known, { client, files }) => {
    const token = client.choose(join(files, 'review.json'), 'review.json');
    const { differences, shown } = await client.ask('compareReview', { ...review(known), token });
    const picks = Object.fromEntries(differences.map(({ path }) => [path, 'theirs' as const]));
    return { ...review(known), token: chosen('review.json'), picks, shown };
  },
  exportDeskTable: ({ desk: id }) => ({ id, table: 'summary' }),
  exportPackageFiles: ({ desk: id, key }) => ({ id, keys: [key], what: 'report-docx' }),
  readWorkbookScores: (known) => ({ ...review(known), token: chosen('workbook.xlsx') }),
  readSurvey: () => ({ token: chosen('survey.csv') }),
  listYears: () => ({}),
  yearReminders: () => ({}),
  listPlans: () => ({}),
  createYear: ({ year: id }) => ({
    unit: '甲',
    category: '',
    year: 2027,
    tasks: { from: 'year', id },
    forms: id,
  }),
  addEntryFiles: ({ year: id, cases: entryId }) => ({
    ...{ id, register: 'cases', entryId, tokens: [chosen('photo.jpg')], role: 'picture' },
  }),
  openEntryFile: ({ year: id, entryFile: sha256 }) => ({ id, sha256 }),
  readRegisterTable: () => ({ token: chosen('register.csv') }),
  exportRegister: ({ year: id }) => ({ id, register: 'visits', personal: true }),
  exportList: ({ year: id }) => ({ id, register: 'prevention' }),
  exportTable: ({ year: id, tableId }) => ({ id, tableId }),
  ratioItems: ({ sample }) => ({ assessmentId: sample }),
  fillRatio: ({ year: id, sample }) => ({
    ...{ id, register: 'visits', ratio: 'visited', assessmentId: sample, code: '3.4' },
  }),
  assessmentItems: ({ sample }) => ({ assessmentId: sample }),
  yearFigures: ({ year: id }) => ({ id }),
  otherTalks: ({ year: id }) => ({ id }),
  otherSites: ({ year: id }) => ({ id }),
  deskResult: ({ desk }) => ({ deskId: desk }),
  compareAssessments: ({ sample, other }) => ({ ours: sample, theirs: other }),
  exportProject: ({ year: id, projects: entryId }) => ({ id, entryId }),
  readCaseFile: () => ({ token: chosen('case.txt'), what: '案例' }),
  exportCommended: ({ year: id }) => ({ id, as: 'xlsx', contact: true }),
  exportHandIn: ({ year: id }) => ({ id, of: 'commendation' }),
  exportCase: ({ year: id, cases: entryId }) => ({ id, entryId }),
  exportProgress: ({ year: id }) => ({ id }),
  exportCalendar: ({ year: id }) => ({ id }),
  rollupReminders: () => ({}),
  listRollups: () => ({}),
  createRollup: () => ({ office: '甲', year: 2026 }),
  importProgress: ({ rollup: id }) => ({ id, tokens: [chosen('progress.json')] }),
  takeProgress: ({ rollup: id, held }) => ({ id, fileName: '乙.json', progress: held }),
  exportRollup: ({ rollup: id }) => ({ id }),
  collectCases: ({ rollup: id, unit }) => ({ id, files: [{ token: chosen('case.txt'), unit }] }),
  openCaseFile: ({ rollup: id, caseFile: sha256 }) => ({ id, sha256 }),
  exportCaseList: ({ rollup: id }) => ({ id }),
  exportCaseDisc: ({ rollup: id }) => ({ id }),
  searchIndex: () => ({}),
  pickFiles: () => ({ purpose: 'evidence', many: true }),
  pickFolder: () => ({ purpose: 'inboxFolder' }),
  takeHandedFiles: () => ({}),
  hostInfo: () => ({}),
  dataFolder: () => ({}),
  changeDataFolder: () => ({}),
  jobStatus: (_, at) => jobOf(at),
  cancelJob: (_, at) => jobOf(at),
  revealExport: (_, at) => madeFile(at),
  saveExport: (_, at) => madeFile(at),
  saveEvidence: ({ sample: id, evidence: sha256 }) => ({ id, sha256 }),
  savePdf: () => ({ name: '差距分析' }),
  forgetFile: () => ({ token: chosen('table.csv') }),
  beginWork: () => ({ title: '导出推荐包', of: '甲', files: 2 }),
  endWork: (_, at) => workOf(at),
  leaveWork: (_, at) => workOf(at),
  leftWork: () => ({ isNew: true }),
  forgetLeftWork: () => ({}),
  keepWords: () => ({ words: { 甲: { text: '乙', told: false } }, place: { screen: 'home' } }),
  keptWords: () => ({ next: false }),
};

const SHOWING: readonly CallName[] = ['openEvidence', 'openDeskEvidence', 'openEntryFile', 'openCaseFile'];

/** Where a call writes beside the documents that it names: `onlyAbout`. A package names its assessment itself. */
export function writesAlso(name: CallName, { sample }: Known) {
  return { also: name === 'openPackage' ? [sample] : [], shows: SHOWING.includes(name) };
}
