import { MAX_FIELD } from '../../../shared/registers/entry.ts';
import { UserError } from '../../../shared/values/errors.ts';

export function entryFileUnknown(): UserError {
  return new UserError({
    code: 'evidence-missing',
    message: '找不到这份材料的文件，它可能已被移走或删除。',
    effect: '没有改动任何内容。',
    remedy: '请重新添加这份材料。',
  });
}

export function noRatioItem(): UserError {
  return new UserError({
    code: 'no-ratio-item',
    message: '所选的评分项不按比例计分，或者已不在标准里。',
    effect: '没有填入，自评和台账都没有改动。',
    remedy: '请重新选择评分项。',
  });
}

export function nothingToFill(): UserError {
  return new UserError({
    code: 'nothing-to-fill',
    message: '台账里没有可以计算的记录，分母是0。',
    effect: '没有填入，自评和台账都没有改动。',
    remedy: '请先登记，再填入。',
  });
}

/** The same bytes under another name. */
export function fileNamedAlready(fileName: string): UserError {
  return new UserError({
    code: 'entry-file-again',
    message: `这个文件已经在材料里（${fileName}）。`,
    effect: '没有重复加入，已有的那一份没有改动。',
    remedy: '要换成新的名称，请先移除已有的那一份，再添加。',
  });
}

export function entryGone(): UserError {
  return new UserError({
    code: 'entry-gone',
    message: '这一行已经在别处移除。',
    effect: '没有添加文件，其他内容没有改动。',
    remedy: '请刷新后再试。',
  });
}

export function caseGone(): UserError {
  return new UserError({
    code: 'entry-gone',
    message: '这篇案例已经在别处删除。',
    effect: '没有导出，其他内容没有改动。',
    remedy: '请刷新后再试。',
  });
}

export function projectGone(): UserError {
  return new UserError({
    code: 'entry-gone',
    message: '这个项目已经在别处删除。',
    effect: '没有导出；它的活动和对标差距都还在，列在“没有所属项目”里。',
    remedy: '请刷新后再试。',
  });
}

export function projectUnnamed(): UserError {
  return new UserError({
    code: 'project-unnamed',
    message: '这个项目还没有填写名称，总结没有标题可用。',
    effect: '没有导出，登记的内容没有改动。',
    remedy: '请先填写名称，再导出总结。',
  });
}

export function tableGone(): UserError {
  return new UserError({
    code: 'entry-gone',
    message: '这张统计表已经在别处移除。',
    effect: '没有导出，其他内容没有改动。',
    remedy: '请刷新后再试。',
  });
}

export function caseTooLong(characters: number, what: '案例' | '材料' = '案例'): UserError {
  return new UserError({
    code: 'case-too-long',
    message: `这份文件有 ${characters} 个字符，超过 ${MAX_FIELD} 个，不像一篇${what}。`,
    effect: '没有读取任何内容，原文件没有改动。',
    remedy: `请确认选的是${what}文稿，并只保留${what}正文后再试。`,
  });
}

export function notProgress(): UserError {
  return new UserError({
    code: 'progress-wrong',
    message: '这不是本软件“导出进度表”导出的文件，或者已经损坏。',
    effect: '这份没有收下，汇总没有改动。',
    remedy: '请单位在“年度任务”里重新导出进度表（.json），原样报来。',
  });
}

export function progressRefused(message: string): UserError {
  return new UserError({
    code: 'progress-refused',
    message,
    effect: '没有导出，年度工作没有改动。',
    remedy: '请改好后再导出。',
  });
}

export function caseFileChanged(): UserError {
  return new UserError({
    code: 'case-file-changed',
    message: '这份文件在读取的时候被改动了。',
    effect: '这份没有收下，汇总没有改动。',
    remedy: '请关闭正在打开它的程序，再收一次。',
  });
}

export function collectedFileDamaged(fileName: string): UserError {
  return new UserError({
    code: 'case-file-damaged',
    message: `汇总文件夹里的“${fileName}”找不到了，或者与收到时不同。`,
    effect: '没有导出；案例的登记和得分没有改动。',
    remedy: '请找出单位报来的原文件，再收一次同一份文件，它会放回原处，然后再导出。',
  });
}

export function nothingRecommended(): UserError {
  return new UserError({
    code: 'nothing-to-hand-in',
    message: '还没有登记可以报送的内容。',
    effect: '没有导出，登记的内容没有改动。',
    remedy: '请先登记，再导出。',
  });
}

export function entryFileDamaged(fileName: string): UserError {
  return new UserError({
    code: 'entry-file-damaged',
    message: `年度工作文件夹里的“${fileName}”找不到了，或者与加入时不同。`,
    effect: '没有导出；登记的内容没有改动。',
    remedy: '请找出原文件，在这一行里移除后重新添加，然后再导出。',
  });
}

export function nothingChosen(): UserError {
  return new UserError({
    code: 'nothing-chosen',
    message: '还没有选出入选的案例。',
    effect: '没有导出，汇总没有改动。',
    remedy: '请先在“典型案例”里勾选入选的案例。',
  });
}
