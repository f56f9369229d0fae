import {App, Button, Checkbox, Drawer, Form, Input, Space} from 'antd';
import {useEffect} from 'react';
import {useTranslation} from 'react-i18next';
import {answer, api} from '@/api/client';
import {reasonOf} from '@/api/problem';
import {useInstitutions} from '@/shared/directory';
import {CopyKey} from '@/shared/form/CopyKey';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {type FieldName, fieldErrors} from '@/shared/problem/fields';
import {useAct} from '@/shared/useAct';
import {type Kind, type OfficerRole, useChanged} from '../data';
import {InstitutionPick} from '../InstitutionPick';
import {ROLES} from '../kinds';
import {firstPassword} from './password';

interface Values {
  institution: string;
  username: string;
  name: string;
  officerNumber?: string;
  phone?: string;
  roles: OfficerRole[];
  initialPassword?: string;
}

/** `officer.roles[1]` → the roles; `initialPassword` → itself. */
export function placeOf(path: FieldName): FieldName | null {
  const [first] = path[0] === 'officer' ? path.slice(1) : path;
  return first === undefined ? null : [first];
}

/** A new officer; the login service knows him within seconds. */
export function OfficerForm({institution, onClose}: {institution: string; onClose: () => void}) {
  const {t} = useTranslation('directory');
  const {message} = App.useApp();
  const institutions = useInstitutions();
  const changed = useChanged();
  const [form] = Form.useForm<Values>();
  const chosen = Form.useWatch('institution', form) ?? institution;
  const password = Form.useWatch('initialPassword', form) ?? '';
  const kind = institutions.find((each) => each.id === chosen)?.kind ?? 'INSTITUTION_KIND_UNSPECIFIED';
  const act = useAct(
    (values: Values, requestId) => {
      const {initialPassword = '', ...told} = values;
      const officer = {
        institution: told.institution,
        username: told.username.trim(),
        name: told.name.trim(),
        officerNumber: told.officerNumber?.trim() ?? '',
        phone: told.phone?.trim() ?? '',
        // What another institution's kind allowed is chosen no more.
        roles: told.roles.filter((role) => ROLES[kind].includes(role)),
      };
      return answer(api.POST('/v1/officers', {body: {officer, initialPassword, requestId}}));
    },
    (done) => {
      changed('officers');
      void message.success(t('officer.added', {name: done.username}));
      onClose();
    },
  );
  useEffect(() => {
    const refused = fieldErrors(act.error, placeOf);
    // A name that is taken is told as a refusal of the whole; it belongs beside its field all the same.
    if (reasonOf(act.error) === 'USERNAME_TAKEN') refused.push({name: ['username'], errors: [t('officer.taken')]});
    form.setFields(refused as Parameters<typeof form.setFields>[0]);
  }, [act.error, form, t]);
  const needed = {required: true, whitespace: true, message: t('needed')};
  return (
    <Drawer
      open
      size={520}
      title={t('officer.new')}
      mask={{closable: false}}
      onClose={onClose}
      footer={
        <Space>
          <Button type="primary" loading={act.isPending} onClick={() => form.submit()}>
            {t('officer.add')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </Space>
      }
    >
      <ProblemNotice failure={act.error} />
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark
        initialValues={{institution, roles: []}}
        onFinish={(values) => act.mutate(values)}
      >
        <Form.Item name="institution" label={t('officer.institution')} rules={[needed]}>
          <InstitutionPick among={(each) => !each.disabled} />
        </Form.Item>
        <Form.Item
          name="username"
          label={t('officer.username')}
          extra={t('officer.usernameNote')}
          rules={[{pattern: /^[a-z0-9][a-z0-9.-]{2,40}$/, required: true, message: t('officer.usernameWrong')}]}
        >
          <Input maxLength={41} autoComplete="off" spellCheck={false} />
        </Form.Item>
        <Form.Item name="name" label={t('officer.name')} rules={[needed]}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item name="officerNumber" label={t('officer.number')}>
          <Input maxLength={20} autoComplete="off" />
        </Form.Item>
        <Form.Item name="phone" label={t('officer.phone')}>
          <Input maxLength={40} inputMode="tel" autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="roles"
          label={t('officer.roles')}
          extra={kind === 'INSTITUTION_KIND_UNSPECIFIED' ? t('officer.rolesNote') : null}
          rules={[{required: true, message: t('officer.rolesNeeded')}]}
        >
          <Roles kind={kind} />
        </Form.Item>
        <Form.Item label={t('officer.password')} htmlFor="initialPassword" extra={t('officer.passwordNote')}>
          <Space.Compact block>
            <Form.Item
              noStyle
              name="initialPassword"
              rules={[{min: 12, max: 100, message: t('officer.passwordShort')}]}
            >
              <Input.Password id="initialPassword" autoComplete="new-password" />
            </Form.Item>
            <Button onClick={() => form.setFieldValue('initialPassword', firstPassword())}>
              {t('officer.generate')}
            </Button>
          </Space.Compact>
        </Form.Item>
        {password !== '' && <CopyKey what={t('officer.password')} text={password} />}
      </Form>
    </Drawer>
  );
}

function Roles({id, kind, value, onChange}: {id?: string; kind: Kind; value?: OfficerRole[]; onChange?: (roles: OfficerRole[]) => void}) {
  const {t} = useTranslation('directory');
  return (
    <div id={id} role="group" aria-label={t('officer.roles')}>
      <Checkbox.Group<OfficerRole>
        value={value ?? []}
        options={ROLES[kind].map((role) => ({value: role, label: t(`role.${role}`)}))}
        onChange={(roles) => onChange?.(roles)}
      />
    </div>
  );
}
