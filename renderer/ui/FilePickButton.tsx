import { Button, type ButtonProps } from 'antd';
import { type Ref, useEffect, useRef } from 'react';

interface Props extends Pick<ButtonProps, 'icon' | 'type' | 'disabled' | 'size'> {
  label: string;
  /** Read out instead of the label, where several buttons bear it. */
  name?: string;
  /** As of `<input accept>`. */
  accept?: string;
  multiple?: boolean;
  /** A whole folder is chosen; its files come with their `webkitRelativePath`. */
  folder?: boolean;
  onFiles: (files: File[]) => void;
  /** The button, to give the focus back to. */
  ref?: Ref<HTMLButtonElement>;
}

/** A button that opens the system's file dialog. */
export function FilePickButton({
  label,
  name = label,
  accept,
  multiple,
  folder = false,
  onFiles,
  ref,
  ...button
}: Props) {
  const input = useRef<HTMLInputElement>(null);
  // React knows no such attribute.
  useEffect(() => {
    if (input.current) input.current.webkitdirectory = folder;
  }, [folder]);
  return (
    <>
      <Button {...button} ref={ref} aria-label={name} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={name}
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
