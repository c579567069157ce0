-- Which level and section has most overdue milestones, by province and quarter of their deadline?
SELECT province, due_year, due_quarter, level, section, overdue, longest
FROM (
  SELECT counted.*, row_number() OVER (
    PARTITION BY province, due_year, due_quarter ORDER BY overdue DESC, longest DESC, level, section
  ) AS place
  FROM (
    SELECT province, year(due) AS due_year, quarter(due) AS due_quarter, level, section,
           count(*) AS overdue, max(days_late) AS longest
    FROM tasks
    WHERE bucket = 'overdue'
    GROUP BY province, year(due), quarter(due), level, section
  ) AS counted
) AS placed
WHERE place = 1
ORDER BY province, due_year, due_quarter
