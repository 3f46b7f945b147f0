import { advice, BODY_CLAUSE, type CaseFinding } from '../finding.ts';
import { type CaseText, placesOf } from '../text.ts';

const SUMMARY_TITLE = /(?:(?:工作)?总结|工作报告|述职报告|工作汇报|汇报材料|情况汇报)$/g;
const SUMMARY_LINE =
  /现将.{0,40}(?:总结|汇报|报告)如下|^(?:[（(]?[一二三四五六七八九十\d]+[）)]?[、.．\s]*)?(?:下一步(?:工作)?(?:打算|计划|安排|思路)|存在的?(?:主要)?(?:问题|不足)(?:及.{0,8})?)$/g;
const PAPER_TITLE = /^(?:浅[谈析论议]|试论|论(?!坛|辩)|刍议|探析)|(?:探析|刍议|研究综述)$/g;
const PAPER_LINE = /^[【[]?(?:摘\s*要|参考文献|abstract)[】\]]?(?=\s*(?:[：:]|$))/gi;

/** 不能写成工作总结或学术论文: only marks that leave no doubt, and still advice. */
export function checkGenre({ title, body }: CaseText): CaseFinding[] {
  const titles = title ? [title] : [];
  const like = (code: string, what: string, places: ReturnType<typeof placesOf>) =>
    places.map((at) => {
      const message = `“${at.found}”像${what}的写法，请改为讲述具体案例`;
      return advice(at, { code, message, source: BODY_CLAUSE });
    });
  return [
    ...like('like-summary', '工作总结', [
      ...placesOf(titles, SUMMARY_TITLE),
      ...placesOf(body, SUMMARY_LINE),
    ]),
    ...like('like-paper', '学术论文', [...placesOf(titles, PAPER_TITLE), ...placesOf(body, PAPER_LINE)]),
  ];
}
