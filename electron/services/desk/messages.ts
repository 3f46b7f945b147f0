import { PACKAGE_UNKNOWN } from '../../../shared/review/words.ts';
import { NewerForm } from '../../../shared/stored-form.ts';
import { type Failure, UserError } from '../../../shared/values/errors.ts';

export function packageUnreadable(folder: string, cause: unknown): Failure {
  const told = cause instanceof UserError ? cause.failure : undefined;
  return {
    code: 'package-record-unreadable',
    message: `核验台里推荐包 ${folder} 的记录无法读取${told ? `：${told.message}` : '。'}`,
    effect: '它暂时不在列表里；文件原样保留，没有改动。',
    // Of a newer program: importing again would meet the same file.
    remedy:
      told && cause instanceof NewerForm
        ? told.remedy
        : '请重新导入这个推荐包的原件，或请技术支持人员检查该文件夹。',
  };
}

export function standardChanged(cause?: unknown): UserError {
  return new UserError(
    {
      code: 'standard-unreadable',
      message: '核验台文件夹里的验收标准文件 standard.json 丢失或已被改动。',
      effect: '为避免按错误的标准计分，没有打开；推荐包和核验记录没有改动。',
      remedy: '请把原来的 standard.json 放回该文件夹后再打开。',
    },
    { cause },
  );
}

export function packageUnknown(): UserError {
  return new UserError(PACKAGE_UNKNOWN);
}

export function originalChanged(cause?: unknown): UserError {
  return new UserError(
    {
      code: 'original-changed',
      message: '核验台里保存的推荐包原件已损坏或被改动。',
      effect: '核验记录没有改动。',
      remedy: '请从提交的 U 盘重新导入这个推荐包，或请技术支持人员检查磁盘。',
    },
    { cause },
  );
}

export function evidenceUnknown(): UserError {
  return new UserError({
    code: 'evidence-missing',
    message: '这个推荐包里找不到这份材料。',
    effect: '没有改动任何内容。',
    remedy: '请刷新后再试。',
  });
}

export function otherPackage(): UserError {
  return new UserError({
    code: 'review-of-another',
    message: '这份核验记录不是对这个推荐包做的（推荐包编号或封签码不同）。',
    effect: '没有合并，核验记录没有改动。',
    remedy: '请选择对同一份推荐包所做的核验记录。',
  });
}

export function notAReview(cause?: unknown): UserError {
  return new UserError(
    {
      code: 'not-a-review',
      message: '所选文件不是本程序导出的核验记录，或内容已损坏。',
      effect: '没有合并，核验记录没有改动。',
      remedy: '请让对方重新导出核验记录后再试。',
    },
    { cause },
  );
}
