import type { Failure } from '../../shared/values/errors.ts';

/** What has no path (a screenshot, a file out of an archive) goes through memory. */
export const MOST_BYTES = 200 * 1024 * 1024;

export const TOO_LARGE: Failure = {
  code: 'too-large',
  message: '这个内容不是磁盘上的文件，又超过 200 MB，不能直接放进来。',
  effect: '没有改动任何内容。',
  remedy: '请先把它另存为文件，再用按钮选择。',
};

export const NOT_READ: Failure = {
  code: 'not-read',
  message: '放进来的内容没有读到。',
  effect: '没有改动任何内容。',
  remedy: '请先把它另存为文件，再用按钮选择。',
};
