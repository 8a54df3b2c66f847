-- The leader of the region to whom overdue items climb, and who looks at the dashboard.

insert into accounts.role (position, code, role_group, scope, name_zh, name_en, description_zh, description_en) values
  (9, 'head', 'business', 'region', '分管领导', 'Head in charge',
   '看全局，查看报表和督办事项，不改数据', 'Sees the whole, reads returns and items, changes no data');
