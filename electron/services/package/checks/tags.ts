import { bagRootName } from '../../../../shared/package/layout.ts';
import { bagInfo, oneLine, TAG } from '../bag-info.ts';
import { hashOfContent, packagedTime, packageIdOf, revisionsOf } from '../revision.ts';
import type { Checking } from './context.ts';

/** What each tag is called where it says something else than the data. */
const NAMES: Readonly<Record<string, string>> = {
  [TAG.unit]: '单位',
  [TAG.description]: '说明',
  [TAG.id]: '推荐包编号',
  [TAG.campaign]: '推荐活动',
  [TAG.date]: '日期',
  [TAG.size]: '大小',
  [TAG.profile]: '格式',
  [TAG.kind]: '性质',
  [TAG.revision]: '版次',
  [TAG.previous]: '所替代的版次',
  [TAG.standard]: '所用标准',
  [TAG.statement]: '标准性质',
  [TAG.basis]: '评分依据',
  [TAG.score]: '自评分',
  [TAG.software]: '程序',
};
/** What systems add to the name of a copy. */
const COPIED = /(\s*[(（]\d+[)）]|\s*-\s*(副本|Copy))+$/u;
/** Later than the first packages of profile 1: one without it is as good. */
const OPTIONAL: readonly string[] = [TAG.bagItProfile];

/** bag-info.txt is what people read and lists sort by: each tag once, and saying what the data say. */
export function checkTags({ bag, findings, assessment, standard, form, report }: Checking): void {
  const { version, encoding, tags, payload } = bag;
  if (version !== '1.0' || !/^utf-?8$/iu.test(encoding)) {
    findings.add('suspect', 'declaration', 'bagit.txt', '不是推荐包所用的 BagIt 1.0、UTF-8');
  }
  const valueOf = new Map<string, string[]>();
  for (const { label, value } of tags) {
    const key = label.toLowerCase();
    valueOf.set(key, [...(valueOf.get(key) ?? []).slice(-1), oneLine(value)]);
  }
  const software = valueOf.get(TAG.software.toLowerCase())?.[0] ?? '';
  const bytes = [...payload.values()].reduce((sum, file) => sum + file.bytes, 0);
  const expected = bagInfo({
    packaged: assessment,
    standard,
    form,
    total: report.total,
    payload: { files: payload.size, bytes },
    // The only one that the data do not know.
    software: /^biaobing \d[\w.+-]{0,40}$/u.test(software) ? software : 'biaobing',
  });
  const known = new Set<string>();
  for (const { label, value } of expected) {
    const key = label.toLowerCase();
    known.add(key);
    const [stated, second] = valueOf.get(key) ?? [];
    if (stated === undefined && form.profile === 1 && OPTIONAL.includes(label)) continue;
    const what = NAMES[label] ?? label;
    if (second !== undefined)
      findings.add('suspect', 'tag-twice', 'bag-info.txt', `${what}（${label}）写了几次`);
    // The bag's own check has named a wrong sum (RFC 8493 2.2.2).
    if (stated !== value && (label !== TAG.oxum || stated === undefined)) {
      findings.add('suspect', 'tag', 'bag-info.txt', `${what}写的是“${stated ?? ''}”，档案里是“${value}”`);
    }
  }
  for (const { label } of tags) {
    if (known.has(label.toLowerCase())) continue;
    findings.add('suspect', 'tag-foreign', 'bag-info.txt', `多出了推荐包没有的项目“${label}”`);
  }
}

/** The revision that the package says it is follows from what is in it. */
export function checkRevision({ source, findings, assessment, stored, form }: Checking): void {
  const path = 'data/assessment.json';
  const { revision } = revisionsOf(assessment);
  if (!revision) {
    findings.add('suspect', 'revision', path, '档案里没有这份推荐包的版次');
    return;
  }
  const { number, draft, packageId, contentSha256, sealCode } = revision;
  if (sealCode !== undefined) {
    findings.add('suspect', 'revision', path, '这一版写有封签码，而封签码要在打包之后才有');
  }
  if (hashOfContent(stored, draft ? 'draft' : 'final') !== contentSha256) {
    findings.add('suspect', 'revision', path, '自评内容与导出这一版时登记的不同，导出之后被改过');
  }
  if (packageIdOf(assessment.id, number, contentSha256) !== packageId) {
    findings.add('suspect', 'revision', path, '推荐包编号与档案、版次或内容对不上');
  }
  if (assessment.updatedAt !== packagedTime(assessment, revision)) {
    findings.add('suspect', 'revision', path, '档案的保存时间与这一版的日期对不上');
  }
  const numbers = assessment.revisions.map((each) => each.number);
  if (numbers.some((each, index) => index > 0 && each <= (numbers[index - 1] ?? 0))) {
    findings.add('suspect', 'revision', path, '各版次的序号不是依次增加');
  }
  // Renamed by whoever copied it is no harm; the name of another unit or revision in our own form is.
  const name = source.rootName.normalize('NFC').replace(COPIED, '');
  if (/_第\d+版/u.test(name) && name !== bagRootName(assessment, revision, form)) {
    findings.add('suspect', 'root-name', name, '外层文件夹的名称与里面的单位、活动、日期或版次不符');
  }
}
