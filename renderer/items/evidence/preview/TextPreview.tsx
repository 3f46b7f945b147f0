import { useEffect, useEffectEvent, useState } from 'react';
import { Spin } from 'antd';
import { SHOWN_BYTES, fetchPreview } from './read-text.ts';

interface Props {
  readonly url: string;
  readonly bytes: number;
  readonly onBroken: () => void;
}

export function TextPreview({ url, bytes, onBroken }: Props) {
  const [text, setText] = useState(bytes === 0 ? '' : undefined);
  const broken = useEffectEvent(onBroken);
  useEffect(() => {
    // An empty file has no first byte to ask for.
    if (bytes === 0) return;
    let gone = false;
    fetchPreview(url).then(
      (read) => {
        if (!gone) setText(read);
      },
      (error: unknown) => {
        console.error(error);
        if (!gone) broken();
      },
    );
    return () => {
      gone = true;
    };
  }, [url, bytes]);
  if (text === undefined) return <Spin />;
  return (
    <>
      {bytes > SHOWN_BYTES && <p className="ui-muted">文件较大，这里只显示前 1 MB。</p>}
      {text === '' ? (
        <p className="ui-muted">文件是空的。</p>
      ) : (
        <pre className="preview-scroll preview-text" tabIndex={0}>
          {text}
        </pre>
      )}
    </>
  );
}
