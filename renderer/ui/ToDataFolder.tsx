import { Button } from 'antd';
import type { Failure } from '../../shared/values/errors.ts';
import { useArea } from './area-store.ts';

/** For screens that list what lies in the data folder: where it is gone, the way to 首页, which offers another one. */
export function ToDataFolder({ failure }: { readonly failure: Failure | undefined }) {
  if (failure?.code !== 'data-folder-missing') return undefined;
  return <Button onClick={() => useArea.getState().goTo('home')}>去首页换一个文件夹</Button>;
}
