import { Button } from 'antd';
import { useState } from 'react';
import { copyText } from '../../ui/copy-text.ts';

/** Words that are nowhere but in this page, to take elsewhere. */
export function CopyWords({ words }: { readonly words: string }) {
  const [done, setDone] = useState<'yes' | 'no'>();
  return (
    <>
      <Button onClick={() => setDone(copyText(words) ? 'yes' : 'no')}>复制没有保存的内容</Button>
      {done && <span role="status">{done === 'yes' ? '已复制' : '不能复制，请选中下面的文字复制'}</span>}
    </>
  );
}
