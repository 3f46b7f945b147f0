import { Button } from 'antd';
import { useDesk } from '../state/desk-store.ts';
import { EmptyState } from '../ui/EmptyState.tsx';

/** In a screen's place on a desk without packages; `text` says what is missing for it. */
export function NothingReceived({ text }: { readonly text: string }) {
  const { goTo } = useDesk.getState();
  return (
    <div className="desk-screen">
      <EmptyState text={text}>
        <Button type="primary" onClick={() => goTo('inbox')}>
          去收件
        </Button>
      </EmptyState>
    </div>
  );
}
