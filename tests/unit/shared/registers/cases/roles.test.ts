import { describe, expect, it } from 'vitest';
import { ANY_SURNAME } from '../../../../../shared/registers/cases/surnames.ts';
import { found } from './samples.ts';

/** Who is told of in a paragraph under a title. */
const named = (text: string): string[] =>
  found(`标题\n${text}`, 'error')
    .filter((line) => line.startsWith('party-name: '))
    .map((line) => line.replace('party-name: ', ''));

const SURNAMES = ANY_SURNAME.slice('(?:'.length, -1)
  .split('|')
  // A city of Henan.
  .filter((surname) => surname !== '濮阳');

describe('every surname counts behind a word for a party', () => {
  it.each([
    ['当事人', '建国', '在店内加工。'],
    ['当事人', '建国', '，45岁。'],
    ['原告', '建国', '诉称。'],
    ['被告', '国强', '辩称。'],
    ['承包人', '志强', '到场。'],
    ['包工头', '海涛', '说。'],
    ['法定代表人', '晓红', '在现场。'],
    ['负责人', '伟', '到场。'],
    ['对', '建国', '进行询问。'],
    ['对', '志强', '进行了约谈。'],
  ])('%sX%s%s', (role, given, rest) => {
    const missed = SURNAMES.filter(
      (surname) => !named(`${role}${surname}${given}${rest}`).includes(surname + given),
    );
    expect(missed).toStrictEqual([]);
  });

  it('of two characters, but for what is a word', () => {
    const missed = SURNAMES.filter(
      (surname) => !named(`店主${surname}丽接受检查。`).includes(`${surname}丽`),
    );
    expect(missed).toStrictEqual(['华', '东']);
  });
});

describe('whoever is told of', () => {
  it.each([
    ['当事人水均益', '水均益'],
    ['当事人水均益在店内', '水均益'],
    ['工头王可欣说，', '王可欣'],
    ['原告张伟诉称', '张伟'],
    ['被告李四不服', '李四'],
    ['被告人王建国当庭认罪', '王建国'],
    ['承包人赵铁柱', '赵铁柱'],
    ['对李四进行约谈', '李四'],
    ['对张伟处罚500元', '张伟'],
    ['对孙悟空进行询问', '孙悟空'],
    ['约谈了王建国。', '王建国'],
    ['张某和李四到场', '李四'],
    ['张某某与李建国签订合同', '李建国'],
    ['王XX、李四发生争执', '李四'],
    ['李四与张某发生争执', '李四'],
    ['死者于丽的家属', '于丽'],
  ])('%s', (text, expected) => expect(named(text)).toStrictEqual([expected]));
});

/** Words of offices behind the same words for a party; nobody is named. */
const QUIET = [
  '当事人任何一方｜当事人于次日｜被告知｜原告诉称｜店主安全意识淡薄｜负责人常态化巡查｜当事人被告知权利｜原告和被告达成和解｜被告应诉后｜原告诉至法院｜被告方承认｜原告方表示｜被告公司辩称｜原告公司诉称',
  '当事人有异议，｜当事人有苦衷，｜店主有顾虑，｜店主爱干净，｜店主忘性大，｜负责人易冲动，｜当事人和家人在场｜当事人向志愿者表示｜当事人应承担责任｜当事人从外地到郑州｜经营者从源头到末端｜负责人时刻在岗',
  '店主时而在店，时而外出｜当事人于当日到场｜当事人于九月到局里｜当事人应当场签字｜当事人应配合调查｜当事人能配合｜当事人能同意｜当事人都同意｜业主都表示｜负责人向全体表示｜当事人安心接受处罚',
  '店主安静接受检查｜负责人常年在外｜业主成立了｜店主全程配合｜负责人明天到场｜承包人干完活｜承包人经营的｜被告于2020年｜原告向法院｜司机车速未减｜店主水质好，｜负责人文明经营｜店主红薯粉在',
  '负责人国庆在岗｜业主楼道在｜店主位置在｜业主相邻的｜当事人那时说｜当事人和气地说｜店主动情地说｜对高校进行约谈｜对全部商户进行约谈｜对马路市场进行整治｜对单位进行约谈｜对任何人进行询问｜对房东进行约谈',
  '对双方进行询问｜对水泥厂进行处罚｜约谈了全部商户。｜询问时间、地点｜张某及家人到场｜张某和有关部门｜李某和商户发生争执｜李某和司机发生｜严格与张某｜单位与王某签订｜，曾与张某发生｜，时与李某',
  '负责人随即同意｜负责人从严接受｜业主通情达理｜当事人言明在先｜当事人信心在｜店主支付的｜店主万般无奈，｜店主双目失明，｜店主步行到｜店主香烟在｜业主公共区｜当事人第三人在场｜证人出庭｜雇主责任险',
  '原告与被告均｜被告当庭表示｜被告和原告都同意｜店主马上接受检查｜店主当场接受检查｜店主和伙计接受检查｜店主常来｜负责人公开承认｜负责人明确表示｜当事人全盘承认｜店主通情配合｜店主谈话时承认',
  '业主经协商同意｜当事人经批评接受｜老板宣布｜老板娘同意｜司机双方在｜当事人双亲在｜当事人公职人员｜当事人商铺在｜业主西边在｜业主门前在｜经营者商誉在｜业主楼层在｜业主车位在｜店主招牌在｜当事人籍贯在',
  '负责人工作在｜经营者资质在｜当事人公布的',
].flatMap((row) => row.split('｜'));

describe('nobody is named', () => {
  it.each(QUIET)('in %s', (text) => expect(named(text)).toStrictEqual([]));
});
