import { type Failure, UserError } from '../../../shared/values/errors.ts';
import type { Holder } from './lock-folder.ts';

const NOT_OPENED = '为避免互相覆盖，这里没有打开，内容没有改动。';
const NOT_SAVED = '刚才这一步没有保存；此前保存的内容完好。';

function nameOf(holder: Holder | undefined): string {
  return holder
    ? `${holder.computer} 上的 ${holder.user || '某用户'}（${new Date(holder.since).toLocaleString('zh-CN')} 起）`
    : '另一个程序';
}

/** `what` is locked: 自评档案, 核验台. */
export function lockedElsewhere(what: string, holder: Holder | undefined): UserError {
  return new UserError({
    code: 'locked',
    message: `这份${what}正由${nameOf(holder)}打开。`,
    effect: NOT_OPENED,
    remedy: '请先在那边关闭，再回来打开。',
  });
}

export function lockedHere(what: string): UserError {
  return new UserError({
    code: 'locked',
    message: `这份${what}已经在本程序中打开。`,
    effect: NOT_OPENED,
    remedy: '请在已经打开的地方继续，或先在那里关闭。',
  });
}

/** `watched` in milliseconds: how long the holder was looked at. */
export function lockedSilent(what: string, holder: Holder | undefined, watched: number): UserError {
  return new UserError({
    code: 'locked-stale',
    message: `这份${what}曾由${nameOf(holder)}打开，但对方已无响应（看了 ${Math.round(watched / 1000)} 秒，没有任何动静）。`,
    effect: '内容没有改动；最近一次保存的内容完好。',
    remedy: '确认那边已经不在编辑后，可以接管并打开。',
  });
}

/** Only files of others are in the lock's folder, so that it does not say who holds it. */
export function lockForeign(what: string, names: readonly string[]): UserError {
  return new UserError({
    code: 'lock-unclear',
    message: `这份${what}的 .lock 文件夹里只有不属于本程序的文件（${names.slice(0, 3).join('、')}），看不出是否有人正在编辑。`,
    effect: NOT_OPENED,
    remedy: '请确认没有别的电脑正在打开它，再把 .lock 文件夹移到别处，然后重新打开。',
  });
}

export function lockNoFolder(what: string, during: 'opening' | 'editing'): UserError {
  return new UserError({
    code: 'lock-unclear',
    message: `这份${what}里的“.lock”应是文件夹，现在却是文件或链接，看不出是否有人正在编辑。`,
    effect: during === 'opening' ? NOT_OPENED : NOT_SAVED,
    remedy: '请确认没有别的电脑正在打开它，再把“.lock”移到别处，然后重新打开。',
  });
}

/** The folder is not where it was when it was opened. */
export function folderMoved(what: string): Failure {
  return {
    code: 'folder-moved',
    message: `这份${what}的文件夹不在原来的位置了：被移动、改名或删除，或者所在的磁盘已断开。`,
    effect: '刚才这一步没有保存，也没有另建文件夹；此前保存的内容仍在原来的文件夹里。',
    remedy: '请把文件夹放回原处（或重新接上磁盘）再做这一步；也可以关闭后，从它现在的位置重新打开。',
  };
}

/** In the place of the folder that was opened there is another one now. */
export function folderReplaced(what: string): Failure {
  return {
    code: 'folder-moved',
    message: `这份${what}打开期间，它的文件夹被移动或换成了另一个。`,
    effect: '刚才这一步没有写入，两个文件夹都没有改动；此前保存的内容在被移走的文件夹里。',
    remedy: '请回到首页，从那里重新打开。',
  };
}
