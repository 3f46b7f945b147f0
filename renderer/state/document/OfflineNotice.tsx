import { Alert, Button, Input, Space } from 'antd';
import { useState } from 'react';
import { useStore } from 'zustand';
import { scopeOf, useUnsentWords } from '../../ui/fields/drafts.tsx';
import { useHost } from '../../ui/call/host-store.ts';
import type { AnyDocumentStore } from './document-state.ts';
import { CopyWords } from './CopyWords.tsx';
import { handOver } from './handover.ts';
import { unsentWords } from './unsent-words.ts';

/** As the program prints it: this computer, a one-time token. */
const LINK = /^http:\/\/127\.0\.0\.1:\d{1,5}\/\?token=[\w-]+$/;

/** The host does not answer: what is typed stays in the page, and how it gets to the program again. */
export function OfflineNotice({ store }: { readonly store: AnyDocumentStore }) {
  // Drawn anew with every change.
  useStore(store, (state) => state.open);
  const isLocal = useHost((state) => state.info?.door) === 'local';
  const [link, setLink] = useState('');
  const [told, setTold] = useState('');
  const rows = store.getState().unsent();
  const hasWords = useUnsentWords(scopeOf(store.getState().ref));
  const words = unsentWords(rows);

  const go = () => {
    const address = link.trim();
    const what = store.getState().unsaved();
    if (!LINK.test(address) || !what) setTold('请粘贴程序窗口里完整的地址（http://127.0.0.1:……）。');
    else if (!handOver(address, what))
      setTold('改动太多，不能用地址带过去。请复制没有保存的内容，到新页面粘贴。');
    else setTold('已在新页面打开。请在那边打开这一份，看到改动已保存以后，再关闭本页。');
  };
  return (
    <Alert
      className="document-standing"
      type="error"
      showIcon
      role="alert"
      title={
        rows.length === 0
          ? '与本机程序的连接已断开；已保存的内容都在数据文件夹里'
          : `与本机程序的连接已断开；${rows.length} 处改动留在本页，还没有保存`
      }
      description={
        <>
          <div>可以接着填写。请不要关闭或刷新本页；程序恢复后，改动会自动保存。</div>
          {isLocal && (
            <>
              <div>
                如果程序已经退出，请重新启动它，不要关闭本页，把它给出的新地址粘贴到这里：本页的改动会带过去保存。
              </div>
              <Space wrap>
                <Input
                  className="document-address"
                  aria-label="程序的新地址"
                  placeholder="http://127.0.0.1:……"
                  value={link}
                  onChange={({ target }) => setLink(target.value)}
                  onPressEnter={go}
                />
                <Button onClick={go}>转到新地址</Button>
                {words !== '' && <CopyWords words={words} />}
              </Space>
              {told !== '' && <div role="status">{told}</div>}
            </>
          )}
          {hasWords && <div>有的内容太长或没有写完整，只在原来的栏里，不会带过去：请在那里改好或复制。</div>}
          {words !== '' && <pre className="document-unsent">{words}</pre>}
        </>
      }
    />
  );
}
