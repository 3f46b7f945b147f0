import { App } from 'antd';
import { useEffect } from 'react';
import { call } from './call/client.ts';
import { showTime } from './show.ts';

/** What was cut off before this start, or before the page was loaded anew, is said once. */
export function useLeftWork(): void {
  const { modal } = App.useApp();
  useEffect(() => {
    void call('leftWork', {}).then(({ left }) => {
      if (left.length === 0) return;
      modal.warning({
        title: '上次离开时，有工作可能没有做完',
        content: (
          <>
            <ul className="ui-notes">
              {left.map(({ title, of, since }) => (
                <li key={`${title}${of}${since}`}>
                  {[of, title].filter(Boolean).join('：')}（{showTime(since)} 开始）
                </li>
              ))}
            </ul>
            <p>
              已经保存、加入和导出的都在；没有做完的不会算进去，打开时自动清理。请看一下，需要时再做一次。
            </p>
          </>
        ),
        okText: '知道了',
        onOk: () => void call('forgetLeftWork', {}).catch(console.warn),
      });
    }, console.warn);
  }, [modal]);
}
