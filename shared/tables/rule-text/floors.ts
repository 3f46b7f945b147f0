/** What a total, and points that are taken, end at anyway: no veto, no cap and no price. */
const TOTAL = '(?:年度|考核|评价|验收|最[终后]|全年)*总(?:分|成绩|得分)';
const ZERO = '(?:零|(?<![\\d.])0)分';
const UNTIL = '(?:为?止|即止|为限|封底|为底)';
const TAKEN = '[扣减][减除分完]?(?:至|到|为)';
const AT_LEAST =
  '(?:最[低少]|至少|下限|不(?:得|能|应|会)?(?:低于|少于|小于))(?:只|可|应|[计记得为是按]|扣[至到])*';
/** Not 弄虚作假的，总分扣至0分: that is what follows from a case. */
const NO_CASE = '(?<![的者],?(?:直接|一律|予以|将)?)';

/** Of a total: 总分扣至0分为止, 扣至总分为0分, 扣分后总分不低于零分. */
export const TOTAL_FLOOR = [
  `(?:扣[分减除]后)?的?${TOTAL}(?:值|应|可|的)*${AT_LEAST}${ZERO}`,
  `以?${TOTAL}(?:${TAKEN}|[为至到])${ZERO}${UNTIL}`,
  `${NO_CASE}(?:直至|直到)?${TAKEN}${TOTAL}[为是至到]?${ZERO}${UNTIL}?`,
  `${NO_CASE}(?:直至|直到)?${TOTAL}${TAKEN}${ZERO}`,
].join('|');

/** Of whatever is taken from: 扣至0分为止, 最低得0分. */
export const FLOOR = `${TOTAL_FLOOR}|${TAKEN}${ZERO}${UNTIL}?|${AT_LEAST}${ZERO}`;
