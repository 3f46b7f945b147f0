import { Select, type SelectProps } from 'antd';
import type { KeyboardEvent } from 'react';

/** Tab leaves the field, with what was typed; antd's list would take out, or put in, what stands first in it. */
function keepFromList(event: KeyboardEvent): void {
  if (event.key === 'Tab') event.stopPropagation();
}

/** Several words, typed or picked from a list. */
export function TagsSelect(props: SelectProps<string[], { value: string; label: string }>) {
  return (
    <span style={{ display: 'contents' }} onKeyDownCapture={keepFromList}>
      <Select size="small" mode="tags" {...props} />
    </span>
  );
}
