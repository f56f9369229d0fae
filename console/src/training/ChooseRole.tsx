import {Button, Segmented} from 'antd';
import {useTranslation} from 'react-i18next';
import {switchLanguage} from '@/app/i18n';
import type {Language} from '@/shared/language';
import {TRAINING} from '@/shared/space';
import {LESSONS} from './lessons';
import styles from './training.module.css';
import {PARTS, TAUGHT} from './world/places';

/** Which role to practise; the person's own stand first. */
export function ChooseRole({mine}: {mine: readonly string[]}) {
  const {t, i18n} = useTranslation('training');
  const isMine = (role: string) => mine.includes(role);
  const roles = [...TAUGHT].sort((one, other) => Number(isMine(other)) - Number(isMine(one)));
  return (
    <main className={styles.choose}>
      <header>
        <span className={styles.badge}>{t('badge')}</span>
        <h1>{t('choose.title')}</h1>
        <Segmented<Language>
          aria-label={t('choose.language')}
          value={i18n.language as Language}
          options={[
            {label: '中文', value: 'zh-CN'},
            {label: 'EN', value: 'en'},
          ]}
          onChange={(language) => void switchLanguage(language)}
        />
        <Button href="/">{t('choose.toReal')}</Button>
      </header>
      <p className={styles.lead}>{t('choose.lead')}</p>
      <p className={styles.lead}>{t('choose.real')}</p>
      <ul className={styles.roles}>
        {roles.map((role) => (
          <li key={role}>
            <a className={styles.role} href={`${TRAINING}/?role=${role}`} data-role={role} data-mine={isMine(role)}>
              <strong>
                {t(`role.${role}`)}
                {isMine(role) && t('choose.mine')}
              </strong>
              {t(`lesson.${role}.about`)}
              <small>
                {t('choose.as', {name: t(`name.${PARTS[role].name}`), place: t(`name.${PARTS[role].place}`)})} ·{' '}
                {t('choose.steps', {count: LESSONS[role].steps.length})}
              </small>
            </a>
          </li>
        ))}
      </ul>
      <p className={styles.lead}>{t('choose.note')}</p>
    </main>
  );
}
