import { Alert, Button, Space } from 'antd';
import { useStore } from 'zustand';
import { dropWords, scopeOf, useToldWords } from '../../ui/fields/drafts.tsx';
import type { AnyDocumentStore } from './document-state.ts';
import { CopyWords } from './CopyWords.tsx';

/** How lines are named that can be removed: by an id that stands nowhere else. */
const ID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** Words that were typed in a line while another window removed it: no field shows them any more. */
export function GoneWords({ store }: { readonly store: AnyDocumentStore }) {
  const scope = scopeOf(useStore(store, (state) => state.ref));
  const open = useStore(store, (state) => state.open);
  const told = useToldWords(scope);
  const gone = Object.keys(told).filter((line) => {
    const id = ID.exec(line)?.[0];
    return id !== undefined && open !== undefined && !JSON.stringify(open).includes(id);
  });
  if (gone.length === 0) return null;
  const words = gone.flatMap((line) => told[line] ?? []).join('\n');
  return (
    <Alert
      className="document-standing"
      type="warning"
      showIcon
      role="alert"
      title="有文字没有保存：填写的那一条已经移除"
      description={
        <>
          <div>在移除它的窗口按“撤销”，那一条会回来，这些文字也会填回原处；也可以先复制到别处。</div>
          <pre className="document-unsent">{words}</pre>
          <Space wrap>
            <CopyWords words={words} />
            <Button onClick={() => gone.forEach((line) => dropWords(scope, line))}>不要这些文字</Button>
          </Space>
        </>
      }
    />
  );
}
