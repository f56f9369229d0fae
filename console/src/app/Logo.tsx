import {useTranslation} from 'react-i18next';
import icon from './icon.svg';
import styles from './Shell.module.css';

export function Logo() {
  const {t} = useTranslation();
  return (
    <span className={styles.logo}>
      <img src={icon} width={24} height={24} alt="" />
      {t('name')}
    </span>
  );
}
