export { Nothing } from '@opensti/ui/workbench'
