-- Open data is read piece by piece in this order, and vintages of one figure are counted along it.
create index value_in_order on plans.value (region_id, indicator_code, period, nature, vintage, id);
