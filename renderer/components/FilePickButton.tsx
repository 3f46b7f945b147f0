import { Button, type ButtonProps } from 'antd';
import { useRef } from 'react';

interface Props extends Pick<ButtonProps, 'icon' | 'type' | 'disabled' | 'size'> {
  label: string;
  /** As of `<input accept>`. */
  accept?: string;
  multiple?: boolean;
  onFiles: (files: File[]) => void;
}

/** A button that opens the system's file dialog. */
export function FilePickButton({ label, accept, multiple, onFiles, ...button }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...button} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={accept}
        multiple={multiple}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          // Emptied, so that choosing the same file again is noticed.
          target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
