import {ExperimentOutlined, LogoutOutlined, UserOutlined} from '@ant-design/icons';
import {Alert, Button, Dropdown, Layout, Menu, Result, Segmented, Space, Spin} from 'antd';
import {Suspense, useEffect, useMemo} from 'react';
import {useTranslation} from 'react-i18next';
import {Navigate, NavigationType, Route, Routes, useLocation, useNavigate, useNavigationType} from 'react-router';
import {DeskBar} from '@/shared/desk/DeskBar';
import {openDesks} from '@/shared/desk/tasks';
import type {Language} from '@/shared/language';
import {inTraining, trainingFor} from '@/shared/space';
import {desksOf, mayAttend, useSession} from '@/shared/session';
import {timeOfDay} from '@/shared/time';
import {useNow} from '@/shared/clock/useNow';
import {areas} from './features';
import {switchLanguage} from './i18n';
import {Logo} from './Logo';
import styles from './Shell.module.css';

/** The frame around every page: what one may go to, the desk's state, the server's time, language, oneself. */
export function Shell() {
  const {t, i18n} = useTranslation();
  const session = useSession();
  const mine = useMemo(() => areas.filter((area) => area.roles.some((role) => session.roles.has(role))), [session.roles]);
  const reached = useMemo(
    () => areas.filter((area) => mine.includes(area) || (area.unlisted ?? []).some((role) => session.roles.has(role))),
    [mine, session.roles],
  );
  const desks = useMemo(() => desksOf(session.roles), [session.roles]);
  const location = useLocation();
  const navigate = useNavigate();
  const here = location.pathname.split('/')[1] ?? '';

  // What is opened begins at its head; what one comes back to stays where it was.
  const opened = useNavigationType() === NavigationType.Push;
  useEffect(() => {
    if (opened) window.scrollTo(0, 0);
  }, [opened, location.pathname]);
  useEffect(() => openDesks(desks), [desks]);
  useEffect(() => {
    const area = reached.find((each) => each.key === here);
    const title = area ? `${t(`menu.${area.key}`)} · ${t('name')}` : t('name');
    document.title = inTraining() ? t('training.mark') + title : title;
  }, [here, reached, t]);

  return (
    <Layout className={styles.frame ?? ''}>
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <Layout.Header className={`${styles.header} no-print`}>
        <Logo />
        <Menu
          theme="dark"
          mode="horizontal"
          aria-label={t('menu.label')}
          className={styles.menu ?? ''}
          selectedKeys={[here]}
          items={mine.map((area) => ({key: area.key, label: t(`menu.${area.key}`)}))}
          onClick={({key}) => void navigate(`/${key}`)}
        />
        <Space size={12} className={styles.tools ?? ''}>
          {desks.length > 0 && mayAttend(session.roles) && <DeskBar desks={desks} />}
          <ServerClock />
          <Segmented<Language>
            size="small"
            aria-label={t('language')}
            value={i18n.language as Language}
            options={[
              {label: '中文', value: 'zh-CN'},
              {label: 'EN', value: 'en'},
            ]}
            onChange={(language) => void switchLanguage(language)}
          />
          <Dropdown
            trigger={['click']}
            menu={{
              items: [
                {key: 'number', label: session.officerNumber, disabled: true},
                ...(inTraining()
                  ? []
                  : [
                      {
                        key: 'training',
                        icon: <ExperimentOutlined />,
                        label: t('training.enter'),
                        onClick: () => window.location.assign(trainingFor(session.roles, i18n.language)),
                      },
                    ]),
                {
                  key: 'out',
                  icon: <LogoutOutlined />,
                  label: t(inTraining() ? 'training.leave' : 'logOut'),
                  onClick: session.logOut,
                },
              ],
            }}
          >
            <Button size="small" icon={<UserOutlined />}>
              {session.name}
            </Button>
          </Dropdown>
        </Space>
      </Layout.Header>
      {session.over && (
        <Alert
          banner
          role="alert"
          type="error"
          title={t('over.title')}
          description={t('over.advice')}
          action={
            <Button type="primary" size="small" onClick={session.logIn}>
              {t('over.logIn')}
            </Button>
          }
        />
      )}
      <Layout.Content id="content" role="main" tabIndex={-1} className={styles.content ?? ''}>
        <Suspense fallback={<Spin className={styles.wait ?? ''} />}>
          <Routes>
            {reached.map(({key, Pages}) => (
              <Route key={key} path={`/${key}/*`} element={<Pages />} />
            ))}
            <Route path="/" element={mine[0] ? <Navigate to={`/${mine[0].key}`} replace /> : <Nothing />} />
            <Route path="*" element={<Nothing />} />
          </Routes>
        </Suspense>
      </Layout.Content>
      {!inTraining() && location.pathname === `/${mine[0]?.key}` && (
        <Layout.Footer className={`${styles.offer} no-print`}>
          {t('training.offer')} <a href={trainingFor(session.roles, i18n.language)}>{t('training.enter')}</a>
        </Layout.Footer>
      )}
    </Layout>
  );
}

function ServerClock() {
  const {t} = useTranslation();
  const now = useNow();
  return (
    <span className={styles.time} title={t('serverTime')}>
      {timeOfDay(now * 1000)}
    </span>
  );
}

function Nothing() {
  const {t} = useTranslation();
  return <Result status="info" title={t('nothing.title')} subTitle={t('nothing.advice')} />;
}
