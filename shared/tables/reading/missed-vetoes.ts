import type { VetoCase } from '../cells/sides.ts';
import { compact, squeeze } from '../rule-text/compact.ts';
import { isOfTotal } from '../rule-text/total-scores.ts';
import { vetoPhrases } from '../rule-text/veto-phrases.ts';

/** 一票否决, 取消评优资格: what a case leads to, without the case. */
const NO_CASE =
  /^(?:[本该此]项?|年度|全年|考[核评]|评[价选优先定]|工作|指标|对|实行|实施|执行|采取|予以|直接|一律|当年|按|作为|列为|[为是])*[“"]?(?:(?:一票|单项)?否决(?:制|项目?|事项|情形|指标|内容|条件)?|取消[^的,]{0,10}资格|不[得予](?:推荐|申报|参评|评优|命名|认定|验收|通过))[”"]?(?:处理)?[。;]?$/;

export function namesNoCase(text: string): boolean {
  return NO_CASE.test(squeeze(text));
}

/** 验收评分标准（含单项否决）: the name of a table. */
const NAME_OF_TABLE = /(?:标准|细则|办法|评分表|考核表)(?:[(][^()]*[)])?$/;

/** The sentence of a text that speaks of a veto while none of `cases` is of it. What is left out of vetoes, or follows a total, is none. */
export function missedIn(text: string, cases: readonly Pick<VetoCase, 'text'>[]): string | undefined {
  return text.split(/[。；;\n]/).find((sentence) => {
    const words = compact(sentence).text;
    if (cases.some((each) => isOf(words, squeeze(each.text)))) return false;
    const phrases = vetoPhrases(words);
    if (NAME_OF_TABLE.test(words) || phrases.some(({ effect }) => effect === 'aside')) return false;
    if (/否决/.test(words)) return true;
    return phrases.some(
      ({ effect, from }) => !['mention', 'ask'].includes(effect) && !isOfTotal(words.slice(0, from)),
    );
  });
}

function isOf(sentence: string, words: string): boolean {
  return sentence.includes(words) || (sentence !== '' && words.includes(sentence));
}
