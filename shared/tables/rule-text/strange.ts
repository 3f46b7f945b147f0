/** Words that change what a rule of the item can say, wherever they stand in its text. */
const STRANGE: readonly (readonly [RegExp, string])[] = [
  [/[得计给]\s*(?:分值|满分|总分|本项)?的?\d+(?:\.\d+)?(?:%|成)/, '按满分的几成得分'],
  [/(?:得|计|给)[一二三四五六七八九]成/, '按满分的几成得分'],
  [
    /(?<=[\u4e00-\u9fff])(?<![前第满约近达超至到过于每共占为是])\d{1,3}(?:\.\d{1,2})?(?=[,;。]|$)/,
    '有的数后面没有写分',
  ],
  [/大项(?:均|都)?不得分|全部不得分|(?:所有|各)(?:小)?项(?:均|都)?不得分/, '不得分的范围比本项大'],
  [/占\d+(?:\.\d+)?分/, '各部分在自己的分数内给分'],
  [
    /(?:考试|测试|测验|考核|评价|评议|自评|互评|打分|审查|检查|答辩|面试)\d+(?:\.\d+)?分(?=[,;。]|$)/,
    '各部分在自己的分数内给分',
  ],
  [/分起(?:步|算|扣)?(?=[,、;。:)\n]|$)/, '扣分只写了起点'],
  [/[,;。]但/, '另有“但”书'],
  [/(?:下列|以下)情(?:况|形)[^。;]{0,6}不(?:予)?扣分|不扣分[:]/, '另有不扣分的情形'],
];

/** Why a rule read from a compact text may not be what it says: Chinese, none where nothing is strange. */
export function strangeDoubts(text: string): string[] {
  return STRANGE.flatMap(([pattern, doubt]) => {
    const match = pattern.exec(text);
    return match ? [`“${match[0]}”：${doubt}，请核对`] : [];
  });
}
