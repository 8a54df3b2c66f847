-- Figures in order begin with the same three columns: the shorter index only cost writing.
drop index plans.value_region_id_indicator_code_period_idx;
