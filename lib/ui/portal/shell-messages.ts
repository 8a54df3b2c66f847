/** Words of the page frame. What a page says about its subject is said by its module. */
export const shellMessages = {
  zh: {
    skip: '跳到正文',
    mainNav: '主要栏目',
    regions: '地区',
    search: '搜索',
    dark: '深色显示',
    light: '浅色显示',
    crumbs: '所在位置',
  },
  en: {
    skip: 'Skip to content',
    mainNav: 'Main',
    regions: 'Regions',
    search: 'Search',
    dark: 'Dark',
    light: 'Light',
    crumbs: 'You are here',
  },
} as const
