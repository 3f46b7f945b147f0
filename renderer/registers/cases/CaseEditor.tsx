import type { Ref } from 'react';
import { type Entry, fieldOf, MAX_FIELD } from '../../../shared/registers/entry.ts';
import { useYear } from '../../state/year-store.ts';
import { Field } from '../../ui/fields/Field.tsx';
import { TextInput } from '../../ui/fields/TextInput.tsx';
import { fieldId } from './typed.ts';

/** The longest title, as of every short field of a register. */
export const LONGEST_TITLE = 500;

interface Props {
  readonly entry: Entry;
  readonly ref: Ref<HTMLDivElement>;
}

/** The title and the text: what is pasted stays as it is. */
export function CaseEditor({ entry, ref }: Props) {
  const commit = (code: string) => (text: string) =>
    useYear.getState().edit({ kind: 'setEntry', register: 'cases', id: entry.id, fields: { [code]: text } });
  const fieldFor = (code: string) => ({
    id: fieldId(entry, code),
    ...{ field: code, value: fieldOf(entry, code), commit: commit(code) },
  });
  return (
    <div ref={ref} className="cases-editor">
      <Field label="标题">
        <TextInput
          {...fieldFor('title')}
          aria-label="标题"
          placeholder="简洁明了，一般不设副标题"
          maxLength={LONGEST_TITLE}
        />
      </Field>
      <Field label="正文">
        <TextInput
          {...fieldFor('text')}
          aria-label="正文"
          className="cases-text"
          placeholder="在这里写，或者粘贴"
          maxLength={MAX_FIELD}
          lines={{ min: 12, max: 12 }}
        />
      </Field>
    </div>
  );
}
