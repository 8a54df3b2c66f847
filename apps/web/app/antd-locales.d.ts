/** Ant Design's words for its own parts. Its files are found by the bundler, but not by the rules that types follow. */
declare module 'antd/locale/en_US' {
  const locale: NonNullable<import('antd').ConfigProviderProps['locale']>
  export default locale
}
declare module 'antd/locale/zh_CN' {
  const locale: NonNullable<import('antd').ConfigProviderProps['locale']>
  export default locale
}
