/** What a column of the office's own is called may say that it is about a person: it is personal then, until somebody says otherwise. */
export function saysPersonal(label: string): boolean {
  return /身份证|证件号|手机|电话|住址|家庭地址|联系方式/u.test(label);
}
