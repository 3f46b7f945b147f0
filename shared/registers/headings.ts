/** As they head the county of a place. */
export const COUNTIES: readonly string[] = ['县区', '县市区', '市县区', '区县', '所属县区', '所在县区'];

/** 结案日期, 结案时间, 结案日: as offices head the day of an act. */
export function dayHeadings(...acts: readonly string[]): string[] {
  return acts.flatMap((act) => ['日期', '时间', '日'].map((word) => act + word));
}

/** 纠纷事由, 纠纷事项, 纠纷内容: as they head what something is about. */
export function matterHeadings(...of: readonly string[]): string[] {
  return of.flatMap((what) => ['事项', '事由', '内容'].map((word) => what + word));
}

/** 回访情况, 回访结果: as they head what came of it. */
export function resultHeadings(...of: readonly string[]): string[] {
  return of.flatMap((what) => ['情况', '结果'].map((word) => what + word));
}
