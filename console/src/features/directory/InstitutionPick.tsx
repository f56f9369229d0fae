import {Select} from 'antd';
import {useMemo} from 'react';
import {useTranslation} from 'react-i18next';
import {type Institution, useInstitutions} from '@/shared/directory';

interface Props {
  id?: string;
  value?: string;
  onChange?: (id: string) => void;
  'aria-label'?: string;
  'aria-required'?: boolean;
  placeholder?: string;
  /** Which may be chosen; all where absent. */
  among?: (institution: Institution) => boolean;
  className?: string;
  disabled?: boolean;
}

/** One institution of the directory, found by name or code as one types. */
export function InstitutionPick({among, value, onChange, placeholder, className, ...rest}: Props) {
  const {t} = useTranslation('directory');
  const institutions = useInstitutions();
  const options = useMemo(
    () =>
      institutions
        .filter((each) => among?.(each) ?? true)
        .map((each) => ({value: each.id ?? '', label: `${each.name} (${each.code})`})),
    [institutions, among],
  );
  return (
    <Select<string>
      {...rest}
      allowClear
      showSearch={{optionFilterProp: 'label'}}
      className={className ?? ''}
      placeholder={placeholder ?? t('pick')}
      value={value === '' ? null : (value ?? null)}
      options={options}
      onChange={(id: string | undefined) => onChange?.(id ?? '')}
    />
  );
}
