import { personRows, tableHead, unitRows } from '../../../../shared/registers/commend/table.ts';
import type { Year } from '../../../../shared/registers/year/schema.ts';
import { fillTemplate } from '../../papers/fill-template.ts';
import { shippedTemplate } from '../shipped-template.ts';

const READING = { action: '读取推荐对象汇总表的版式', effect: '没有导出；登记的内容没有改动。' };
/** Room to write by hand. */
const ROOM = '　'.repeat(6);

/** Both tables of 推荐对象汇总表 as .docx. `withContact`: with who answers for it. */
export async function commendedDocument(
  resources: string,
  year: Year,
  withContact: boolean,
): Promise<Buffer> {
  const { title, from, contact, phone } = tableHead(year, withContact);
  const [units, persons] = [unitRows(year), personRows(year)];
  return fillTemplate(await shippedTemplate(resources, 'commended.docx', READING), {
    ...{ 标题: title, 推荐单位: from || ROOM, 联系人: contact || ROOM, 电话: phone || ROOM },
    ...{ 单位: units, 有单位: units.length > 0, 个人: persons, 有个人: persons.length > 0 },
  });
}
