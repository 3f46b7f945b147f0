import { Alert, Button, Space } from 'antd';
import { useStore } from 'zustand';
import { dropLeft, dropWords, scopeOf, useToldWords } from '../../ui/fields/drafts.tsx';
import type { AnyDocumentStore } from './document-state.ts';
import { CopyWords } from './CopyWords.tsx';

/** How lines are named that can be removed: by an id that stands nowhere else. */
const ID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/**
 * Words that no field shows: typed in a line while another window removed it, or left by an earlier page in a field that
 * was not shown since.
 */
export function GoneWords({ store }: { readonly store: AnyDocumentStore }) {
  const scope = scopeOf(useStore(store, (state) => state.ref));
  const open = useStore(store, (state) => state.open);
  const words = useToldWords(scope);
  const isGone = (line: string): boolean => {
    const id = ID.exec(line)?.[0];
    return id !== undefined && open !== undefined && !JSON.stringify(open).includes(id);
  };
  const gone = words.filter(({ line }) => isGone(line));
  const left = words.filter(({ line, isLeft }) => isLeft && !isGone(line));
  return (
    <>
      <Words
        words={gone}
        drop={() => gone.forEach(({ line }) => dropWords(scope, line))}
        title="有文字没有保存：填写的那一条已经移除"
        what="在移除它的窗口按“撤销”，那一条会回来，这些文字也会填回原处；也可以先复制到别处。"
      />
      <Words
        words={left}
        drop={() => dropLeft(left.map(({ key }) => key))}
        title="有上次没来得及保存的文字"
        what="打开填写它的那一栏，就会放回并保存；也可以先复制到别处。"
      />
    </>
  );
}

interface Props {
  readonly words: ReturnType<typeof useToldWords>;
  readonly title: string;
  readonly what: string;
  readonly drop: () => void;
}

function Words({ words, title, what, drop }: Props) {
  if (words.length === 0) return null;
  const all = words.map(({ text }) => text).join('\n');
  return (
    <Alert
      className="document-standing"
      type="warning"
      showIcon
      role="alert"
      title={title}
      description={
        <>
          <div>{what}</div>
          <pre className="document-unsent">{all}</pre>
          <Space wrap>
            <CopyWords words={all} />
            <Button onClick={drop}>不要这些文字</Button>
          </Space>
        </>
      }
    />
  );
}
