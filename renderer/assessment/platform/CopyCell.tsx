import { Button } from 'antd';
import { useState } from 'react';
import { copyText } from '../../ui/copy-text.ts';

interface Props {
  /** What is copied, said with the button: "1.1 自评说明". */
  readonly what: string;
  readonly text: string;
  readonly done: boolean;
  readonly onCopied: () => void;
}

/** A text with the button that copies it. */
export function CopyCell({ what, text, done, onCopied }: Props) {
  const [isRefused, setRefused] = useState(false);
  const copy = () => {
    const copied = copyText(text);
    setRefused(!copied);
    if (copied) onCopied();
  };
  return (
    <div className="platform-cell">
      <div className="platform-text">{text}</div>
      <Button size="small" aria-label={`复制 ${what}`} onClick={copy}>
        {done ? '已复制' : '复制'}
      </Button>
      {isRefused && <span role="status">不能复制，请选中文字后按 Ctrl+C</span>}
    </div>
  );
}
