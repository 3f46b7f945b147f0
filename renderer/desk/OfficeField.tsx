import { OFFICE_LENGTH } from '../../shared/review/schema.ts';
import { useDesk, useOpenDesk } from '../state/desk-store.ts';
import { TextInput } from '../ui/fields/TextInput.tsx';

/** 核验单位: the office whose desk it is; the feedback to the units is given in its name. */
export function OfficeField() {
  const { desk } = useOpenDesk();
  const { edit } = useDesk.getState();
  return (
    <div>
      <label htmlFor="desk-office" className="ui-muted">
        核验单位（写进反馈包）
      </label>
      <TextInput
        id="desk-office"
        value={desk.office ?? ''}
        maxLength={OFFICE_LENGTH}
        placeholder="本单位全称，如：示例市司法局"
        commit={(office) => edit({ kind: 'setOffice', office: office.trim() })}
      />
    </div>
  );
}
