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

export function entryGone(): UserError {
  return new UserError({
    code: 'entry-gone',
    message: '这一行已经在别处移除。',
    effect: '没有添加文件，其他内容没有改动。',
    remedy: '请刷新后再试。',
  });
}
