import { squeeze } from './compact.ts';

const NUMBER = /^(?:\d{1,2}[.、)]|\(?[\d一二三四五六七八九十]{1,3}[)、.]|[①-⑳])+/;
const REMARK = /^\(?(?:注|备注|说明|附注|其中)[:\d]/;
/** What a case ends in, or begins a fault with. */
const CASE = /[的者]\)?[。;,]?$|弄虚作假|造假|拒不|未按|违反/;
const PROCEDURE =
  /^[^,;。:]{0,8}(?:程序|流程|步骤|方式|方法|时间|地点|组织|机构|材料|安排|分工|联系人|电话)(?::|[。;]?$)|(?:由|报)[^,;。]{2,14}(?:组织|负责|认定|解释|实施|确认|备案|审核)[。;]?$|一式[两二三四五六\d]份/;

/** 备注：由市司法局认定, 其中，…: says more of the cases beside it. */
function isRemark(text: string): boolean {
  return REMARK.test(squeeze(text));
}

/** 备注：…, ③验收程序：由市司法局组织: stands among the cases of a list of vetoes and is none of them. */
export function isNoCase(text: string): boolean {
  const words = squeeze(text).replace(NUMBER, '');
  return REMARK.test(words) || (PROCEDURE.test(words) && !CASE.test(words));
}

/** The lines of a text that are remarks of all of it. */
export function remarkLines(text: string): string[] {
  return text.split('\n').filter(isRemark);
}
