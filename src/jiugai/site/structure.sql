-- made from 6826291acfc5c4f2d2f769f1f21187ac3857fbc4fe40bc2b4153604d9debab23
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
CREATE TYPE public.procrastinate_job_event_type AS ENUM (
    'deferred',
    'started',
    'deferred_for_retry',
    'failed',
    'succeeded',
    'cancelled',
    'abort_requested',
    'aborted',
    'scheduled',
    'retried'
);
CREATE TYPE public.procrastinate_job_status AS ENUM (
    'todo',
    'doing',
    'succeeded',
    'failed',
    'cancelled',
    'aborting',
    'aborted'
);
CREATE TYPE public.procrastinate_job_to_defer_v1 AS (
	queue_name character varying,
	task_name character varying,
	priority integer,
	lock text,
	queueing_lock text,
	args jsonb,
	scheduled_at timestamp with time zone
);
CREATE FUNCTION public.keep_choice() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.until IS NULL AND to_jsonb(NEW)
        - ARRAY['until', 'ended_by_id', 'ended_at', 'ended_reason']
        = to_jsonb(OLD) - ARRAY['until', 'ended_by_id', 'ended_at', 'ended_reason'] THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a choice of a reading stays as it was made' USING ERRCODE = '42501';
END $$;
CREATE FUNCTION public.procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status = 'todo'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        IF abort THEN
            UPDATE procrastinate_jobs
            SET abort_requested = true,
                status = CASE status
                    WHEN 'todo' THEN 'cancelled'::procrastinate_job_status ELSE status
                END
            WHERE id = job_id AND status IN ('todo', 'doing')
            RETURNING id INTO _job_id;
        ELSE
            UPDATE procrastinate_jobs
            SET status = 'cancelled'::procrastinate_job_status
            WHERE id = job_id AND status = 'todo'
            RETURNING id INTO _job_id;
        END IF;
    END IF;
    RETURN _job_id;
END;
$$;
CREATE FUNCTION public.procrastinate_defer_jobs_v1(jobs public.procrastinate_job_to_defer_v1[]) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
DECLARE
    job_ids bigint[];
BEGIN
    WITH inserted_jobs AS (
        INSERT INTO procrastinate_jobs (queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at)
        SELECT (job).queue_name,
               (job).task_name,
               (job).priority,
               (job).lock,
               (job).queueing_lock,
               (job).args,
               (job).scheduled_at
        FROM unnest(jobs) AS job
        RETURNING id
    )
    SELECT array_agg(id) FROM inserted_jobs INTO job_ids;
    RETURN job_ids;
END;
$$;
CREATE FUNCTION public.procrastinate_defer_periodic_job_v2(_queue_name character varying, _lock character varying, _queueing_lock character varying, _task_name character varying, _priority integer, _periodic_id character varying, _defer_timestamp bigint, _args jsonb) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
	_job_id bigint;
	_defer_id bigint;
BEGIN
    INSERT
        INTO procrastinate_periodic_defers (task_name, periodic_id, defer_timestamp)
        VALUES (_task_name, _periodic_id, _defer_timestamp)
        ON CONFLICT DO NOTHING
        RETURNING id into _defer_id;
    IF _defer_id IS NULL THEN
        RETURN NULL;
    END IF;
    UPDATE procrastinate_periodic_defers
        SET job_id = (
            SELECT COALESCE((
                SELECT unnest(procrastinate_defer_jobs_v1(
                    ARRAY[
                        ROW(
                            _queue_name,
                            _task_name,
                            _priority,
                            _lock,
                            _queueing_lock,
                            _args,
                            NULL::timestamptz
                        )
                    ]::procrastinate_job_to_defer_v1[]
                ))
            ), NULL)
        )
        WHERE id = _defer_id
        RETURNING job_id INTO _job_id;
    DELETE
        FROM procrastinate_periodic_defers
        USING (
            SELECT id
            FROM procrastinate_periodic_defers
            WHERE procrastinate_periodic_defers.task_name = _task_name
            AND procrastinate_periodic_defers.periodic_id = _periodic_id
            AND procrastinate_periodic_defers.defer_timestamp < _defer_timestamp
            ORDER BY id
            FOR UPDATE
        ) to_delete
        WHERE procrastinate_periodic_defers.id = to_delete.id;
    RETURN _job_id;
END;
$$;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE public.procrastinate_jobs (
    id bigint NOT NULL,
    queue_name character varying(128) NOT NULL,
    task_name character varying(128) NOT NULL,
    lock text,
    args jsonb DEFAULT '{}'::jsonb NOT NULL,
    status public.procrastinate_job_status DEFAULT 'todo'::public.procrastinate_job_status NOT NULL,
    scheduled_at timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    queueing_lock text,
    priority integer DEFAULT 0 NOT NULL,
    abort_requested boolean DEFAULT false NOT NULL,
    worker_id bigint,
    CONSTRAINT check_not_todo_abort_requested CHECK ((NOT ((status = 'todo'::public.procrastinate_job_status) AND (abort_requested = true))))
);
CREATE FUNCTION public.procrastinate_fetch_job_v2(target_queue_names character varying[], p_worker_id bigint) RETURNS public.procrastinate_jobs
    LANGUAGE plpgsql
    AS $$
DECLARE
	found_jobs procrastinate_jobs;
BEGIN
    WITH candidate AS (
        SELECT jobs.*
            FROM procrastinate_jobs AS jobs
            WHERE
                -- reject the job if its lock has earlier or higher priority jobs
                NOT EXISTS (
                    SELECT 1
                        FROM procrastinate_jobs AS other_jobs
                        WHERE
                            jobs.lock IS NOT NULL
                            AND other_jobs.lock = jobs.lock
                            AND (
                                -- job with same lock is already running
                                other_jobs.status = 'doing'
                                OR
                                -- job with same lock is waiting and has higher priority (or same priority but was queued first)
                                (
                                    other_jobs.status = 'todo'
                                    AND (
                                        other_jobs.priority > jobs.priority
                                        OR (
                                        other_jobs.priority = jobs.priority
                                        AND other_jobs.id < jobs.id
                                        )
                                    )
                                )
                            )
                )
                AND jobs.status = 'todo'
                AND (target_queue_names IS NULL OR jobs.queue_name = ANY( target_queue_names ))
                AND (jobs.scheduled_at IS NULL OR jobs.scheduled_at <= now())
            ORDER BY jobs.priority DESC, jobs.id ASC LIMIT 1
            FOR UPDATE OF jobs SKIP LOCKED
    )
    UPDATE procrastinate_jobs
        SET status = 'doing', worker_id = p_worker_id
        FROM candidate
        WHERE procrastinate_jobs.id = candidate.id
        RETURNING procrastinate_jobs.* INTO found_jobs;
 RETURN found_jobs;
END;
$$;
CREATE FUNCTION public.procrastinate_finish_job_v1(job_id bigint, end_status public.procrastinate_job_status, delete_job boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF end_status NOT IN ('succeeded', 'failed', 'aborted') THEN
        RAISE 'End status should be either "succeeded", "failed" or "aborted" (job id: %)', job_id;
    END IF;
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = end_status,
            abort_requested = false,
            attempts = CASE status
                WHEN 'doing' THEN attempts + 1 ELSE attempts
            END
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" or "todo" status (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_notify_queue_abort_job_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'abort_job_requested', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_notify_queue_job_inserted_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'job_inserted', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat double precision) RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    DELETE FROM procrastinate_workers
    WHERE last_heartbeat < NOW() - (seconds_since_heartbeat || 'SECOND')::INTERVAL
    RETURNING procrastinate_workers.id;
END;
$$;
CREATE FUNCTION public.procrastinate_register_worker_v1() RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    INSERT INTO procrastinate_workers DEFAULT VALUES
    RETURNING procrastinate_workers.id;
END;
$$;
CREATE FUNCTION public.procrastinate_retry_job_v1(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
BEGIN
    SELECT abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status = 'doing'
    FOR UPDATE
    INTO _abort_requested;
    IF _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" status (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_retry_job_v2(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
    _current_status procrastinate_job_status;
BEGIN
    SELECT status, abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status IN ('doing', 'failed')
    FOR UPDATE
    INTO _current_status, _abort_requested;
    IF _current_status = 'doing' AND _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status IN ('doing', 'failed')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or has an invalid status to retry (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'abort_requested'::procrastinate_job_event_type);
    RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type, at)
        VALUES (NEW.id, 'scheduled'::procrastinate_job_event_type, NEW.scheduled_at);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'deferred'::procrastinate_job_event_type);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_status_events_update_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    WITH t AS (
        SELECT CASE
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND NEW.status = 'doing'::procrastinate_job_status
                THEN 'started'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'deferred_for_retry'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'failed'::procrastinate_job_status
                THEN 'failed'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'succeeded'::procrastinate_job_status
                THEN 'succeeded'::procrastinate_job_event_type
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND (
                    NEW.status = 'cancelled'::procrastinate_job_status
                    OR NEW.status = 'failed'::procrastinate_job_status
                    OR NEW.status = 'succeeded'::procrastinate_job_status
                )
                THEN 'cancelled'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'aborted'::procrastinate_job_status
                THEN 'aborted'::procrastinate_job_event_type
            WHEN OLD.status = 'failed'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'retried'::procrastinate_job_event_type
            ELSE NULL
        END as event_type
    )
    INSERT INTO procrastinate_events(job_id, type)
        SELECT NEW.id, t.event_type
        FROM t
        WHERE t.event_type IS NOT NULL;
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_unlink_periodic_defers_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_periodic_defers
    SET job_id = NULL
    WHERE job_id = OLD.id;
    RETURN OLD;
END;
$$;
CREATE FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    DELETE FROM procrastinate_workers
    WHERE id = worker_id;
END;
$$;
CREATE FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_workers
    SET last_heartbeat = NOW()
    WHERE id = worker_id;
END;
$$;
CREATE FUNCTION public.queue_line() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    BEGIN
        INSERT INTO audit_waiting (line_id) VALUES (NEW.id);
        RETURN NULL;
    END $$;
CREATE FUNCTION public.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
        BEGIN
            RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = '42501';
        END $$;
CREATE FUNCTION public.refuse_change_of_signed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    DECLARE
        signed timestamptz;
        found bigint;
    BEGIN
        IF TG_TABLE_NAME = 'conference_meeting' THEN
            signed := OLD.signed_at;
        ELSE
            IF TG_OP = 'INSERT' THEN
                found := NEW.meeting_id;
            ELSE
                found := OLD.meeting_id;
            END IF;
            SELECT signed_at INTO signed FROM conference_meeting WHERE id = found;
        END IF;
        IF signed IS NOT NULL THEN
            RAISE EXCEPTION 'minutes are signed' USING ERRCODE = '42501';
        END IF;
        IF TG_OP = 'DELETE' THEN
            RETURN OLD;
        END IF;
        RETURN NEW;
    END $$;
CREATE FUNCTION public.refuse_files_of_handed_in() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
            BEGIN
                IF EXISTS (SELECT FROM projects_design WHERE at IS NOT NULL
                           AND id = CASE WHEN TG_OP = 'INSERT' THEN NEW.design_id
                                         ELSE OLD.design_id END) THEN
                    RAISE EXCEPTION 'the files of a design that was handed in stay'
                        USING ERRCODE = '42501';
                END IF;
                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
                RETURN NEW;
            END $$;
CREATE FUNCTION public.refuse_late_remark() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
            BEGIN
                IF EXISTS (SELECT FROM projects_opinion WHERE design_id = NEW.design_id) THEN
                    RAISE EXCEPTION 'the remarks on this design were given, all at once'
                        USING ERRCODE = '42501';
                END IF;
                RETURN NEW;
            END $$;
CREATE FUNCTION public.refuse_once() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
            BEGIN
                IF to_jsonb(OLD) ->> TG_ARGV[0] IS NOT NULL THEN
                    RAISE EXCEPTION 'a row of % was handed over and stays as it is', TG_TABLE_NAME
                        USING ERRCODE = '42501';
                END IF;
                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
                RETURN NEW;
            END $$;
CREATE FUNCTION public.refuse_removal() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
            BEGIN
                RAISE EXCEPTION 'rows of % are never removed', TG_TABLE_NAME
                    USING ERRCODE = '42501';
            END $$;
CREATE FUNCTION public.registry_count_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    INSERT INTO registry_generation (district, tx, n)
    SELECT left(division, 6), pg_current_xact_id()::text::bigint, 1
    FROM (SELECT division FROM changed UNION SELECT division FROM former) AS both_ways
    GROUP BY 1
    ON CONFLICT (district, tx) DO UPDATE SET n = registry_generation.n + 1;
  ELSE
    INSERT INTO registry_generation (district, tx, n)
    SELECT left(division, 6), pg_current_xact_id()::text::bigint, 1 FROM changed GROUP BY 1
    ON CONFLICT (district, tx) DO UPDATE SET n = registry_generation.n + 1;
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION public.search_words(code text, initials text, name text, address text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN "left"(lower((((((((' '::text || code) || ' '::text) || initials) || chr(10)) || COALESCE(name, ''::text)) || ' '::text) || COALESCE(address, ''::text))), 500);
CREATE FUNCTION public.tell_gates() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
            BEGIN
              IF EXISTS (SELECT 1 FROM hooks_hook WHERE ended_at IS NULL) THEN
                INSERT INTO hooks_event
                  (division, kind, at, subject, subject_id, subject_name, detail)
                SELECT g.division, CASE WHEN g.after = 'met' THEN 'gate.opened' ELSE 'gate.shut' END,
                  g.at, 'projects.project', g.project_id::text, p.number,
                  jsonb_build_object('rule', g.rule, 'before', g.before, 'after', g.after)
                FROM fresh g JOIN projects_project p ON p.id = g.project_id
                WHERE (g.after = 'met') <> (g.before = 'met')
                ORDER BY g.id;
              END IF;
              RETURN NULL;
            END $$;
CREATE FUNCTION public.tell_lines() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
            BEGIN
              IF EXISTS (SELECT 1 FROM hooks_hook WHERE ended_at IS NULL) THEN
                INSERT INTO hooks_event
                  (division, kind, at, subject, subject_id, subject_name, detail)
                SELECT fresh.division, told.kind, fresh.at, fresh.subject, fresh.subject_id,
                  fresh.subject_name, '{}'
                FROM fresh JOIN (VALUES ('projects.application_submitted', 'application.submitted'), ('projects.application_returned', 'application.returned'), ('projects.application_confirmed', 'application.confirmed'), ('projects.opened', 'project.opened'), ('projects.closed', 'project.closed'), ('gates.overridden', 'gate.overridden'), ('plans.adopted', 'plan.adopted'), ('notices.put_up', 'notice.put_up'), ('notices.ended', 'notice.ended'), ('votes.published', 'vote.published'), ('whistle.blown', 'whistle.blown'), ('whistle.closed', 'whistle.closed'), ('conference.minutes_signed', 'minutes.signed')) AS told (action, kind)
                  ON told.action = fresh.action
                ORDER BY fresh.id;
              END IF;
              RETURN NULL;
            END $$;
CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);
ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.accounts_appointment (
    id bigint NOT NULL,
    role character varying(30) NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    since date NOT NULL,
    until date,
    granted_at timestamp with time zone NOT NULL,
    granted_by_id bigint,
    person_id bigint NOT NULL,
    CONSTRAINT appointment_in_order CHECK (((until IS NULL) OR (until >= since))),
    CONSTRAINT appointment_not_by_oneself CHECK ((NOT ((person_id = granted_by_id) AND (granted_by_id IS NOT NULL))))
);
ALTER TABLE public.accounts_appointment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_appointment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.accounts_formerpassword (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    set_at timestamp with time zone NOT NULL,
    person_id bigint NOT NULL
);
ALTER TABLE public.accounts_formerpassword ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_formerpassword_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE UNLOGGED TABLE public.accounts_kept (
    cache_key character varying(255) NOT NULL,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);
CREATE TABLE public.accounts_organisation (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    credit_code character varying(18) NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    address character varying(200) NOT NULL,
    contact bytea,
    phone bytea,
    kind character varying(20) NOT NULL
);
ALTER TABLE public.accounts_organisation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_organisation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE UNLOGGED TABLE public.accounts_pace (
    key character varying(100) NOT NULL,
    remaining double precision NOT NULL,
    granted integer NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE public.accounts_person (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    username character varying(60) NOT NULL,
    name character varying(60) NOT NULL,
    email character varying(254) NOT NULL,
    phone bytea,
    is_active boolean NOT NULL,
    password_changed_at timestamp with time zone,
    organisation_id bigint,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    must_change_password boolean NOT NULL
);
ALTER TABLE public.accounts_person ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.accounts_signedin (
    id bigint NOT NULL,
    key character varying(40) NOT NULL,
    began_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    address inet,
    browser character varying(200) NOT NULL,
    ended_at timestamp with time zone,
    ended_because character varying(10) NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT session_ended_with_reason CHECK ((((ended_at IS NULL) AND ((ended_because)::text = ''::text)) OR ((ended_at IS NOT NULL) AND (NOT ((ended_because)::text = ''::text)))))
);
ALTER TABLE public.accounts_signedin ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_signedin_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.audit_block (
    number bigint NOT NULL,
    lines bigint[] NOT NULL,
    root character varying(64) NOT NULL,
    previous character varying(64) NOT NULL,
    digest character varying(64) NOT NULL,
    sealed_at timestamp with time zone NOT NULL,
    algorithm character varying(10) NOT NULL,
    first bigint NOT NULL,
    last bigint NOT NULL,
    leaves bytea NOT NULL
);
CREATE TABLE public.audit_line (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    by bigint,
    by_name character varying(60) NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    action character varying(60) NOT NULL,
    subject character varying(60) NOT NULL,
    subject_id character varying(60) NOT NULL,
    subject_name character varying(120) NOT NULL,
    reason character varying(300) NOT NULL,
    detail jsonb NOT NULL
);
ALTER TABLE public.audit_line ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audit_line_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.audit_waiting (
    line_id bigint NOT NULL
);
CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);
ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);
ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.axes_accessattempt (
    id integer NOT NULL,
    user_agent character varying(255) NOT NULL,
    ip_address inet,
    username character varying(255),
    http_accept character varying(1025) NOT NULL,
    path_info character varying(255) NOT NULL,
    attempt_time timestamp with time zone NOT NULL,
    get_data text NOT NULL,
    post_data text NOT NULL,
    failures_since_start integer NOT NULL,
    CONSTRAINT axes_accessattempt_failures_since_start_check CHECK ((failures_since_start >= 0))
);
ALTER TABLE public.axes_accessattempt ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.axes_accessattempt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.axes_accessattemptexpiration (
    access_attempt_id integer NOT NULL,
    expires_at timestamp with time zone NOT NULL
);
CREATE TABLE public.axes_accessfailurelog (
    id integer NOT NULL,
    user_agent character varying(255) NOT NULL,
    ip_address inet,
    username character varying(255),
    http_accept character varying(1025) NOT NULL,
    path_info character varying(255) NOT NULL,
    attempt_time timestamp with time zone NOT NULL,
    locked_out boolean NOT NULL
);
ALTER TABLE public.axes_accessfailurelog ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.axes_accessfailurelog_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.axes_accesslog (
    id integer NOT NULL,
    user_agent character varying(255) NOT NULL,
    ip_address inet,
    username character varying(255),
    http_accept character varying(1025) NOT NULL,
    path_info character varying(255) NOT NULL,
    attempt_time timestamp with time zone NOT NULL,
    logout_time timestamp with time zone,
    session_hash character varying(64) NOT NULL
);
ALTER TABLE public.axes_accesslog ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.axes_accesslog_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.conference_assignment (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    conference character varying(12) NOT NULL COLLATE pg_catalog."C",
    meeting_title character varying(120) NOT NULL,
    decision text NOT NULL,
    words character varying(300) NOT NULL,
    due_on date NOT NULL,
    state character varying(10) NOT NULL,
    given_on date NOT NULL,
    done_on date,
    version integer NOT NULL,
    given_by_id bigint NOT NULL,
    owner_id bigint NOT NULL,
    item_id bigint NOT NULL,
    CONSTRAINT assignment_ended_on_a_day CHECK ((((done_on IS NOT NULL) AND ((state)::text = ANY ((ARRAY['done'::character varying, 'dropped'::character varying])::text[]))) OR ((done_on IS NULL) AND ((state)::text = ANY ((ARRAY['open'::character varying, 'reported'::character varying])::text[]))))),
    CONSTRAINT conference_assignment_version_check CHECK ((version >= 0))
);
ALTER TABLE public.conference_assignment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.conference_assignment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.conference_dutyreport (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    document character varying(40) NOT NULL,
    duty character varying(80) NOT NULL,
    unit character varying(60) NOT NULL,
    state character varying(10) NOT NULL,
    words text NOT NULL,
    due_on date,
    file_title character varying(200) NOT NULL,
    file_name character varying(200) NOT NULL,
    file_kind character varying(100) NOT NULL,
    file_sha256 character varying(64) NOT NULL,
    organisation character varying(120) NOT NULL,
    at timestamp with time zone NOT NULL,
    "on" date NOT NULL,
    by_id bigint NOT NULL,
    CONSTRAINT duty_evidence_is_a_file CHECK (((((file_name)::text = ''::text) AND ((file_sha256)::text = ''::text)) OR ((NOT ((file_sha256)::text = ''::text)) AND (NOT ((file_name)::text = ''::text)))))
);
ALTER TABLE public.conference_dutyreport ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.conference_dutyreport_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.conference_item (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    "order" smallint NOT NULL,
    kind character varying(12) NOT NULL,
    subject character varying(60) NOT NULL,
    title character varying(200) NOT NULL,
    brief text NOT NULL,
    address character varying(200) NOT NULL,
    outcome character varying(10) NOT NULL,
    decision text NOT NULL,
    votes_for smallint,
    votes_against smallint,
    votes_abstained smallint,
    result character varying(60) NOT NULL,
    version integer NOT NULL,
    decided_on date,
    decided_by_id bigint,
    meeting_id bigint NOT NULL,
    CONSTRAINT conference_item_order_check CHECK (("order" >= 0)),
    CONSTRAINT conference_item_version_check CHECK ((version >= 0)),
    CONSTRAINT conference_item_votes_abstained_check CHECK ((votes_abstained >= 0)),
    CONSTRAINT conference_item_votes_against_check CHECK ((votes_against >= 0)),
    CONSTRAINT conference_item_votes_for_check CHECK ((votes_for >= 0)),
    CONSTRAINT decided_with_words_by_somebody CHECK ((((decided_by_id IS NULL) AND (decided_on IS NULL) AND (decision = ''::text) AND ((outcome)::text = ''::text)) OR ((NOT ((outcome)::text = ''::text)) AND (NOT (decision = ''::text)) AND (decided_by_id IS NOT NULL) AND (decided_on IS NOT NULL)))),
    CONSTRAINT votes_go_together CHECK ((((votes_abstained IS NULL) AND (votes_against IS NULL) AND (votes_for IS NULL)) OR ((votes_abstained IS NOT NULL) AND (votes_against IS NOT NULL) AND (votes_for IS NOT NULL))))
);
ALTER TABLE public.conference_item ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.conference_item_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.conference_meeting (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    year smallint NOT NULL,
    number smallint NOT NULL,
    title character varying(120) NOT NULL,
    day date NOT NULL,
    at time without time zone,
    place character varying(120) NOT NULL,
    chair character varying(60) NOT NULL,
    present bigint[] NOT NULL,
    guests character varying(300) NOT NULL,
    version integer NOT NULL,
    called_at timestamp with time zone NOT NULL,
    minutes jsonb,
    digest character varying(64) NOT NULL,
    signed_at timestamp with time zone,
    called_by_id bigint NOT NULL,
    signed_by_id bigint,
    CONSTRAINT conference_meeting_number_check CHECK ((number >= 0)),
    CONSTRAINT conference_meeting_version_check CHECK ((version >= 0)),
    CONSTRAINT conference_meeting_year_check CHECK ((year >= 0)),
    CONSTRAINT minutes_signed_by_somebody CHECK (((((digest)::text = ''::text) AND (minutes = 'null'::jsonb) AND (signed_at IS NULL) AND (signed_by_id IS NULL)) OR ((minutes IS NOT NULL) AND (signed_at IS NOT NULL) AND (signed_by_id IS NOT NULL) AND (NOT ((digest)::text = ''::text)))))
);
ALTER TABLE public.conference_meeting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.conference_meeting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.conference_paper (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    title character varying(120) NOT NULL,
    name character varying(200) NOT NULL,
    kind character varying(100) NOT NULL,
    sha256 character varying(64) NOT NULL,
    size bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    item_id bigint NOT NULL
);
ALTER TABLE public.conference_paper ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.conference_paper_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.conference_partner (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    assignment_id bigint NOT NULL,
    organisation_id bigint NOT NULL
);
ALTER TABLE public.conference_partner ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.conference_partner_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.conference_report (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    verb character varying(10) NOT NULL,
    words text NOT NULL,
    due_on date,
    organisation character varying(120) NOT NULL,
    at timestamp with time zone NOT NULL,
    "on" date NOT NULL,
    assignment_id bigint NOT NULL,
    by_id bigint NOT NULL
);
ALTER TABLE public.conference_report ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.conference_report_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.conference_seat (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    part character varying(10) NOT NULL,
    name character varying(60) NOT NULL,
    since date NOT NULL,
    until date,
    organisation_id bigint NOT NULL,
    person_id bigint,
    CONSTRAINT seat_in_order CHECK (((until IS NULL) OR (until >= since)))
);
ALTER TABLE public.conference_seat ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.conference_seat_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.conference_unit (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    name character varying(60) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    organisation_id bigint NOT NULL
);
ALTER TABLE public.conference_unit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.conference_unit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.demands_band (
    band bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    demand_id bigint NOT NULL
);
CREATE TABLE public.demands_demand (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    text text NOT NULL,
    kind character varying(10) NOT NULL,
    nature character varying(10) NOT NULL,
    channel character varying(10) NOT NULL,
    ticket character varying(40) NOT NULL,
    asker bytea,
    phone bytea,
    asked_at timestamp with time zone NOT NULL,
    state character varying(10) NOT NULL,
    due_on date,
    due_by character varying(10) NOT NULL,
    responded_on date,
    raised_on date,
    answer text NOT NULL,
    answered_on date,
    is_solved boolean,
    contentment character varying(10) NOT NULL,
    rated_on date,
    version integer NOT NULL,
    answered_by_id bigint,
    building_id bigint,
    estate_id bigint NOT NULL,
    household_id bigint,
    matter_id bigint,
    organisation_id bigint,
    taken_by_id bigint,
    of_import_id bigint,
    CONSTRAINT demand_answered_on_a_day CHECK ((((answer = ''::text) AND (answered_on IS NULL)) OR ((answered_on IS NOT NULL) AND (NOT (answer = ''::text))))),
    CONSTRAINT demand_due_by_something CHECK (((((due_by)::text = 'none'::text) AND (due_on IS NULL)) OR ((NOT ((due_by)::text = 'none'::text)) AND (due_on IS NOT NULL)))),
    CONSTRAINT demand_rated_on_a_day CHECK (((((contentment)::text = ''::text) AND (rated_on IS NULL)) OR ((rated_on IS NOT NULL) AND (NOT ((contentment)::text = ''::text))))),
    CONSTRAINT demands_demand_version_check CHECK ((version >= 0))
);
ALTER TABLE public.demands_demand ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.demands_demand_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.demands_demandstep (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    verb character varying(10) NOT NULL,
    words text NOT NULL,
    "on" date NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    demand_id bigint NOT NULL
);
ALTER TABLE public.demands_demandstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.demands_demandstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.demands_receptiondesk (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    place character varying(120) NOT NULL,
    people text NOT NULL,
    hours character varying(120) NOT NULL,
    phone character varying(40) NOT NULL,
    since date NOT NULL,
    until date,
    by_id bigint NOT NULL,
    estate_id bigint NOT NULL,
    CONSTRAINT reception_in_order CHECK (((until IS NULL) OR (until >= since)))
);
ALTER TABLE public.demands_receptiondesk ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.demands_receptiondesk_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.demands_ticketimport (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    title character varying(200) NOT NULL,
    state character varying(6) NOT NULL,
    columns jsonb NOT NULL,
    rows bytea,
    counts jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL
);
ALTER TABLE public.demands_ticketimport ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.demands_ticketimport_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);
ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);
ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);
CREATE TABLE public.hooks_delivery (
    id bigint NOT NULL,
    key uuid NOT NULL,
    kind character varying(30) NOT NULL,
    body text NOT NULL,
    title character varying(160) NOT NULL,
    state character varying(10) NOT NULL,
    attempts integer NOT NULL,
    next_at timestamp with time zone NOT NULL,
    until timestamp with time zone NOT NULL,
    answer character varying(300) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    hook_id bigint NOT NULL,
    CONSTRAINT hooks_delivery_attempts_check CHECK ((attempts >= 0))
);
ALTER TABLE public.hooks_delivery ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.hooks_delivery_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.hooks_event (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    kind character varying(30) NOT NULL,
    at timestamp with time zone NOT NULL,
    subject character varying(60) NOT NULL,
    subject_id character varying(60) NOT NULL,
    subject_name character varying(120) NOT NULL,
    detail jsonb NOT NULL,
    spread_at timestamp with time zone
);
ALTER TABLE public.hooks_event ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.hooks_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.hooks_hook (
    id bigint NOT NULL,
    name character varying(60) NOT NULL,
    address character varying(300) NOT NULL,
    secret bytea NOT NULL,
    kinds character varying(30)[] NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    created_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    person_id bigint NOT NULL
);
ALTER TABLE public.hooks_hook ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.hooks_hook_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.jobs_job (
    id bigint NOT NULL,
    kind character varying(60) NOT NULL,
    title character varying(200) NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    arguments jsonb NOT NULL,
    state character varying(12) NOT NULL,
    done bigint NOT NULL,
    of bigint NOT NULL,
    message text NOT NULL,
    result jsonb NOT NULL,
    cancel_asked boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    ended_at timestamp with time zone,
    by_id bigint NOT NULL,
    attempts smallint NOT NULL,
    language character varying(10) NOT NULL,
    support character varying(8) NOT NULL,
    CONSTRAINT jobs_job_attempts_check CHECK ((attempts >= 0))
);
ALTER TABLE public.jobs_job ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.jobs_job_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);
ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.owners_bodystep (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    verb character varying(14) NOT NULL,
    "on" date NOT NULL,
    words character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    document_id bigint,
    body_id bigint NOT NULL
);
ALTER TABLE public.owners_bodystep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.owners_bodystep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.owners_contribution (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    kind character varying(16) NOT NULL,
    worth_cents bigint NOT NULL,
    quantity numeric(10,2),
    unit character varying(20) NOT NULL,
    agreed_by character varying(120) NOT NULL,
    agreed_on date,
    given_on date NOT NULL,
    words character varying(300) NOT NULL,
    with_works boolean,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    document_id bigint,
    estate_id bigint NOT NULL,
    household_id bigint,
    takes_back_id bigint,
    vote_id bigint,
    CONSTRAINT contribution_worth_something CHECK ((((takes_back_id IS NULL) AND (worth_cents > 0)) OR ((takes_back_id IS NOT NULL) AND (worth_cents < 0)))),
    CONSTRAINT quantity_has_a_unit CHECK ((((quantity IS NULL) AND ((unit)::text = ''::text)) OR ((quantity IS NOT NULL) AND (NOT ((unit)::text = ''::text))))),
    CONSTRAINT worth_agreed_by_somebody CHECK (((((agreed_by)::text = ''::text) AND (agreed_on IS NULL)) OR ((agreed_on IS NOT NULL) AND (NOT ((agreed_by)::text = ''::text)))))
);
ALTER TABLE public.owners_contribution ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.owners_contribution_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.owners_ownersbody (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    kind character varying(12) NOT NULL,
    name character varying(120) NOT NULL,
    size smallint NOT NULL,
    formed_on date NOT NULL,
    term_until date,
    ground character varying(10) NOT NULL,
    filed_on date,
    filing_number character varying(60) NOT NULL,
    ended_on date,
    "end" character varying(8) NOT NULL,
    due_verb character varying(14) NOT NULL,
    due_on date,
    due_clause character varying(40) NOT NULL,
    estate_id bigint NOT NULL,
    vote_id bigint,
    CONSTRAINT body_ended_for_a_reason CHECK ((((("end")::text = ''::text) AND (ended_on IS NULL)) OR ((ended_on IS NOT NULL) AND (NOT (("end")::text = ''::text))))),
    CONSTRAINT body_term_in_order CHECK (((term_until IS NULL) OR (term_until > formed_on))),
    CONSTRAINT owners_ownersbody_size_check CHECK ((size >= 0))
);
ALTER TABLE public.owners_ownersbody ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.owners_ownersbody_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.owners_propertyservice (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    kind character varying(10) NOT NULL,
    state character varying(8) NOT NULL,
    chosen_by character varying(10) NOT NULL,
    mode character varying(200) NOT NULL,
    services text NOT NULL,
    since date NOT NULL,
    until date,
    cost character varying(200) NOT NULL,
    posted_on date,
    standard character varying(200) NOT NULL,
    fee_cents integer,
    has_all_items boolean NOT NULL,
    signed_on date,
    contract_until date,
    filed_on date,
    filing_number character varying(60) NOT NULL,
    ended_on date,
    why_ended character varying(300) NOT NULL,
    due_turn character varying(12) NOT NULL,
    due_on date,
    due_clause character varying(40) NOT NULL,
    body_id bigint,
    company_id bigint NOT NULL,
    contract_id bigint,
    estate_id bigint NOT NULL,
    vote_id bigint,
    CONSTRAINT owners_propertyservice_fee_cents_check CHECK ((fee_cents >= 0)),
    CONSTRAINT service_ends_on_a_day CHECK ((((ended_on IS NOT NULL) AND ((state)::text = 'ended'::text)) OR ((NOT ((state)::text = 'ended'::text)) AND (ended_on IS NULL)))),
    CONSTRAINT service_hired_by_contract CHECK (((NOT ((state)::text = 'hired'::text)) OR ((body_id IS NOT NULL) AND (signed_on IS NOT NULL)))),
    CONSTRAINT service_in_order CHECK (((until IS NULL) OR (until >= since)))
);
ALTER TABLE public.owners_propertyservice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.owners_propertyservice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.owners_residentspart (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    cents bigint NOT NULL,
    words character varying(300) NOT NULL,
    "on" date NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    document_id bigint,
    estate_id bigint NOT NULL,
    CONSTRAINT owners_residentspart_cents_check CHECK ((cents >= 0))
);
ALTER TABLE public.owners_residentspart ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.owners_residentspart_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.owners_seat (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    name character varying(60) NOT NULL,
    post character varying(10) NOT NULL,
    side character varying(10) NOT NULL,
    since date NOT NULL,
    until date,
    why character varying(10) NOT NULL,
    body_id bigint NOT NULL,
    CONSTRAINT seat_left_for_a_reason CHECK ((((until IS NULL) AND ((why)::text = ''::text)) OR ((until >= since) AND (NOT ((why)::text = ''::text)))))
);
ALTER TABLE public.owners_seat ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.owners_seat_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.owners_serviceentry (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    kind character varying(10) NOT NULL,
    "on" date NOT NULL,
    words character varying(500) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    document_id bigint,
    service_id bigint NOT NULL
);
ALTER TABLE public.owners_serviceentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.owners_serviceentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.owners_servicestep (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    turn character varying(12) NOT NULL,
    "on" date NOT NULL,
    words character varying(300) NOT NULL,
    clause character varying(40) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    service_id bigint NOT NULL
);
ALTER TABLE public.owners_servicestep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.owners_servicestep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.participation_ballot (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    household_id bigint NOT NULL,
    sequence smallint NOT NULL,
    mark smallint NOT NULL,
    channel character varying(8) NOT NULL,
    at timestamp with time zone NOT NULL,
    receipt character varying(12) NOT NULL,
    nonce character varying(32) NOT NULL,
    revokes_id bigint,
    paper_id bigint,
    flat_id bigint NOT NULL,
    vote_id bigint NOT NULL,
    CONSTRAINT correction_names_the_former CHECK ((((revokes_id IS NULL) AND (sequence = 1)) OR ((revokes_id IS NOT NULL) AND (sequence > 1))))
);
ALTER TABLE public.participation_ballot ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.participation_ballot_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.participation_clearing (
    id bigint NOT NULL,
    "on" date NOT NULL,
    counts jsonb NOT NULL,
    ended_at timestamp with time zone
);
ALTER TABLE public.participation_clearing ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.participation_clearing_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.participation_consent (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    about character varying(20) NOT NULL,
    about_id bigint NOT NULL,
    person smallint NOT NULL,
    title character varying(160) NOT NULL,
    words text NOT NULL,
    is_given boolean NOT NULL,
    channel character varying(9) NOT NULL,
    said_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    by_id bigint,
    household_id bigint NOT NULL,
    CONSTRAINT consent_revoked_after_said CHECK (((revoked_at IS NULL) OR (revoked_at >= said_at))),
    CONSTRAINT participation_consent_person_check CHECK ((person >= 0))
);
ALTER TABLE public.participation_consent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.participation_consent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.participation_entrance (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    slug character varying(8) NOT NULL,
    phone character varying(40) NOT NULL,
    building_id bigint,
    estate_id bigint NOT NULL
);
ALTER TABLE public.participation_entrance ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.participation_entrance_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.participation_entryfailure (
    id bigint NOT NULL,
    key character varying(64) NOT NULL,
    at timestamp with time zone NOT NULL
);
ALTER TABLE public.participation_entryfailure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.participation_entryfailure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.participation_frozenroll (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    content bytea NOT NULL,
    sha256 character varying(64) NOT NULL,
    flats integer NOT NULL,
    area_dm2 bigint NOT NULL,
    frozen_at timestamp with time zone NOT NULL,
    vote_id bigint NOT NULL
);
ALTER TABLE public.participation_frozenroll ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.participation_frozenroll_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.participation_helper (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    name bytea,
    relation character varying(8) NOT NULL,
    purpose character varying(200) NOT NULL,
    until date NOT NULL,
    agreed text NOT NULL,
    digest character varying(64) NOT NULL,
    given_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    household_id bigint NOT NULL,
    CONSTRAINT helper_revoked_after_given CHECK (((revoked_at IS NULL) OR (revoked_at >= given_at)))
);
ALTER TABLE public.participation_helper ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.participation_helper_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.participation_householdcode (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    digest character varying(64) NOT NULL,
    issued_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    household_id bigint NOT NULL,
    issued_by_id bigint NOT NULL
);
ALTER TABLE public.participation_householdcode ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.participation_householdcode_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.participation_keptdays (
    holding character varying(40) NOT NULL,
    days integer NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    CONSTRAINT participation_keptdays_days_check CHECK ((days >= 0))
);
CREATE TABLE public.participation_letgo (
    id bigint NOT NULL,
    sha256 character varying(64) NOT NULL
);
ALTER TABLE public.participation_letgo ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.participation_letgo_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.participation_notice (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    title character varying(120) NOT NULL,
    parts jsonb NOT NULL,
    places character varying(200) NOT NULL,
    days smallint NOT NULL,
    answer_days smallint NOT NULL,
    state character varying(6) NOT NULL,
    put_up_on date,
    last_day date,
    ended_on date,
    estate_id bigint NOT NULL,
    made_by_id bigint NOT NULL,
    put_up_by_id bigint,
    seen_before integer NOT NULL,
    CONSTRAINT notice_in_order CHECK (((last_day IS NULL) OR (last_day >= put_up_on))),
    CONSTRAINT participation_notice_answer_days_check CHECK ((answer_days >= 0)),
    CONSTRAINT participation_notice_days_check CHECK ((days >= 0)),
    CONSTRAINT participation_notice_seen_before_check CHECK ((seen_before >= 0))
);
ALTER TABLE public.participation_notice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.participation_notice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.participation_noticeseen (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    "on" date NOT NULL,
    household_id bigint NOT NULL,
    notice_id bigint NOT NULL
);
ALTER TABLE public.participation_noticeseen ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.participation_noticeseen_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.participation_objection (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    number integer NOT NULL,
    text text NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    due_on date NOT NULL,
    answer text NOT NULL,
    answered_on date,
    answered_by_id bigint,
    household_id bigint NOT NULL,
    notice_id bigint NOT NULL,
    CONSTRAINT objection_answered_by_somebody CHECK ((((answer = ''::text) AND (answered_by_id IS NULL) AND (answered_on IS NULL)) OR ((answered_by_id IS NOT NULL) AND (answered_on IS NOT NULL) AND (NOT (answer = ''::text))))),
    CONSTRAINT participation_objection_number_check CHECK ((number >= 0))
);
ALTER TABLE public.participation_objection ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.participation_objection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.participation_onetimecode (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    digest character varying(64) NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    household_id bigint NOT NULL
);
ALTER TABLE public.participation_onetimecode ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.participation_onetimecode_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.participation_paperentry (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    mark smallint NOT NULL,
    channel character varying(8) NOT NULL,
    handed_in_at timestamp with time zone NOT NULL,
    proxy bytea,
    document character varying(60) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    flat_id bigint NOT NULL,
    vote_id bigint NOT NULL
);
ALTER TABLE public.participation_paperentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.participation_paperentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.participation_personalrequest (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    kind character varying(8) NOT NULL,
    holding character varying(40) NOT NULL,
    field character varying(20) NOT NULL,
    value bytea,
    words text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    due_on date NOT NULL,
    state character varying(8) NOT NULL,
    answer text NOT NULL,
    decided_on date,
    decided_by_id bigint,
    household_id bigint NOT NULL,
    CONSTRAINT personal_request_corrects_a_field CHECK (((((field)::text = ''::text) AND ((kind)::text = 'erase'::text)) OR (((kind)::text = 'correct'::text) AND (NOT ((field)::text = ''::text))))),
    CONSTRAINT personal_request_decided_by_somebody CHECK ((((answer = ''::text) AND (decided_by_id IS NULL) AND (decided_on IS NULL) AND ((state)::text = 'open'::text)) OR ((NOT ((state)::text = 'open'::text)) AND (decided_by_id IS NOT NULL) AND (decided_on IS NOT NULL)))),
    CONSTRAINT personal_request_refused_with_reason CHECK (((NOT ((state)::text = 'refused'::text)) OR (NOT (answer = ''::text))))
);
ALTER TABLE public.participation_personalrequest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.participation_personalrequest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.participation_residentsession (
    id bigint NOT NULL,
    digest character varying(64) NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    began_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    household_id bigint NOT NULL,
    helper_id bigint
);
ALTER TABLE public.participation_residentsession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.participation_residentsession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.participation_rollflat (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    number integer NOT NULL,
    building character varying(60) NOT NULL,
    unit character varying(20) NOT NULL,
    door character varying(20) NOT NULL,
    area_dm2 bigint NOT NULL,
    owners smallint NOT NULL,
    household_id bigint NOT NULL,
    vote_id bigint NOT NULL
);
ALTER TABLE public.participation_rollflat ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.participation_rollflat_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.participation_rollimport (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    file character varying(200) NOT NULL,
    rows bytea,
    area_total_dm2 bigint,
    counts jsonb NOT NULL,
    made_at timestamp with time zone NOT NULL,
    stored_on date,
    estate_id bigint NOT NULL,
    made_by_id bigint NOT NULL,
    stored_by_id bigint,
    CONSTRAINT roll_stored_by_somebody CHECK ((((stored_by_id IS NULL) AND (stored_on IS NULL)) OR ((stored_by_id IS NOT NULL) AND (stored_on IS NOT NULL))))
);
ALTER TABLE public.participation_rollimport ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.participation_rollimport_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.participation_vote (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    question character varying(200) NOT NULL,
    if_yes text NOT NULL,
    if_no text NOT NULL,
    matter character varying(20) NOT NULL,
    is_on_works boolean NOT NULL,
    body character varying(10) NOT NULL,
    opens_at timestamp with time zone NOT NULL,
    closes_at timestamp with time zone NOT NULL,
    noticed_on date,
    is_online boolean NOT NULL,
    uses_city_system boolean NOT NULL,
    area_total_dm2 bigint,
    state character varying(10) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    opened_on date,
    counted_on date,
    published_on date,
    cancelled_why character varying(300) NOT NULL,
    building_id bigint,
    counted_by_id bigint,
    estate_id bigint NOT NULL,
    made_by_id bigint NOT NULL,
    opened_by_id bigint,
    published_by_id bigint,
    unit_id bigint,
    CONSTRAINT vote_in_order CHECK ((closes_at > opens_at)),
    CONSTRAINT vote_published_by_somebody CHECK (((published_on IS NULL) OR (published_by_id IS NOT NULL)))
);
ALTER TABLE public.participation_vote ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.participation_vote_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.participation_voteresult (
    vote_id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    content jsonb NOT NULL,
    workbook bytea NOT NULL,
    is_carried boolean NOT NULL,
    last_line bigint NOT NULL,
    counted_at timestamp with time zone NOT NULL
);
CREATE TABLE public.plans_change (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    before_digest character varying(64) NOT NULL,
    after_digest character varying(64) NOT NULL,
    items jsonb NOT NULL,
    reason character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    after_id bigint NOT NULL,
    before_id bigint NOT NULL
);
ALTER TABLE public.plans_change ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.plans_place (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    key character varying(60) NOT NULL,
    name character varying(200) NOT NULL,
    street character varying(60) NOT NULL,
    households integer NOT NULL,
    need integer NOT NULL,
    year smallint,
    works character varying(12)[] NOT NULL,
    cost bigint NOT NULL,
    milli bigint NOT NULL,
    why character varying(12) NOT NULL,
    reason text NOT NULL,
    way text NOT NULL,
    assumed boolean NOT NULL,
    seen character varying(32) NOT NULL,
    estate_id bigint NOT NULL,
    result_id bigint NOT NULL,
    CONSTRAINT plans_place_households_check CHECK ((households >= 0)),
    CONSTRAINT plans_place_year_check CHECK ((year >= 0))
);
ALTER TABLE public.plans_place ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_place_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.plans_plan (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    name character varying(80) NOT NULL,
    first smallint NOT NULL,
    last smallint NOT NULL,
    version integer NOT NULL,
    digest character varying(64) NOT NULL,
    basis character varying(300) NOT NULL,
    reason character varying(300) NOT NULL,
    "on" date NOT NULL,
    at timestamp with time zone NOT NULL,
    ended_on date,
    by_id bigint NOT NULL,
    result_id bigint NOT NULL,
    CONSTRAINT plan_of_years CHECK ((first <= last)),
    CONSTRAINT plans_plan_first_check CHECK ((first >= 0)),
    CONSTRAINT plans_plan_last_check CHECK ((last >= 0)),
    CONSTRAINT plans_plan_version_check CHECK ((version >= 0))
);
ALTER TABLE public.plans_plan ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_plan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.plans_result (
    run_id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    content jsonb NOT NULL,
    workbook bytea NOT NULL,
    notes jsonb NOT NULL,
    digest character varying(64) NOT NULL,
    facts character varying(64) NOT NULL,
    law character varying(64) NOT NULL,
    milli bigint NOT NULL,
    bound bigint NOT NULL,
    estates integer NOT NULL,
    households integer NOT NULL,
    cost bigint NOT NULL,
    budget bigint NOT NULL,
    stop character varying(10) NOT NULL,
    seconds double precision NOT NULL,
    CONSTRAINT plans_result_estates_check CHECK ((estates >= 0)),
    CONSTRAINT plans_result_households_check CHECK ((households >= 0))
);
CREATE TABLE public.plans_run (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    asked jsonb NOT NULL,
    day date NOT NULL,
    years smallint NOT NULL,
    version integer NOT NULL,
    stop_asked boolean NOT NULL,
    at timestamp with time zone NOT NULL,
    base_id bigint,
    by_id bigint NOT NULL,
    job_id bigint,
    scenario_id bigint NOT NULL,
    CONSTRAINT plans_run_version_check CHECK ((version >= 0)),
    CONSTRAINT plans_run_years_check CHECK ((years >= 0))
);
ALTER TABLE public.plans_run ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_run_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.plans_scenario (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    name character varying(60) NOT NULL,
    day date NOT NULL,
    years smallint NOT NULL,
    asked jsonb NOT NULL,
    version integer NOT NULL,
    made_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    archived_on date,
    base_id bigint,
    changed_by_id bigint NOT NULL,
    made_by_id bigint NOT NULL,
    CONSTRAINT plans_scenario_version_check CHECK ((version >= 0)),
    CONSTRAINT plans_scenario_years_check CHECK ((years >= 0)),
    CONSTRAINT scenario_of_some_years CHECK (((years >= 1) AND (years <= 10)))
);
ALTER TABLE public.plans_scenario ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_scenario_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.plans_searchprices (
    scenario_id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    limits jsonb NOT NULL,
    first bytea NOT NULL
);
CREATE TABLE public.plans_trial (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    name character varying(60) NOT NULL,
    day date NOT NULL,
    proposal jsonb NOT NULL,
    outcome jsonb,
    workbook bytea,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    job_id bigint,
    scenario_id bigint
);
ALTER TABLE public.plans_trial ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_trial_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.procrastinate_events (
    id bigint NOT NULL,
    job_id bigint NOT NULL,
    type public.procrastinate_job_event_type,
    at timestamp with time zone DEFAULT now()
);
CREATE SEQUENCE public.procrastinate_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_events_id_seq OWNED BY public.procrastinate_events.id;
CREATE SEQUENCE public.procrastinate_jobs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_jobs_id_seq OWNED BY public.procrastinate_jobs.id;
CREATE TABLE public.procrastinate_periodic_defers (
    id bigint NOT NULL,
    task_name character varying(128) NOT NULL,
    defer_timestamp bigint,
    job_id bigint,
    periodic_id character varying(128) DEFAULT ''::character varying NOT NULL
);
CREATE SEQUENCE public.procrastinate_periodic_defers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_periodic_defers_id_seq OWNED BY public.procrastinate_periodic_defers.id;
CREATE TABLE public.procrastinate_workers (
    id bigint NOT NULL,
    last_heartbeat timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE public.procrastinate_workers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.procrastinate_workers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.projects_adoption (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    mode character varying(20) NOT NULL,
    reason character varying(300) NOT NULL,
    "on" date NOT NULL,
    ended_on date,
    ended_why character varying(300) NOT NULL,
    by_id bigint NOT NULL,
    ended_by_id bigint,
    project_id bigint NOT NULL,
    CONSTRAINT adoption_ended_by_somebody CHECK ((((ended_by_id IS NULL) AND (ended_on IS NULL) AND ((ended_why)::text = ''::text)) OR ((ended_by_id IS NOT NULL) AND (ended_on IS NOT NULL) AND (NOT ((ended_why)::text = ''::text)))))
);
ALTER TABLE public.projects_adoption ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_adoption_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.projects_answer (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    kind character varying(8) NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    design_id bigint,
    remark_id bigint NOT NULL
);
ALTER TABLE public.projects_answer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_answer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.projects_application (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    number character varying(24) NOT NULL,
    body character varying(12) NOT NULL,
    body_name character varying(120) NOT NULL,
    asked_on date,
    asked_how character varying(300) NOT NULL,
    households integer,
    answered integer,
    agreeing integer,
    items character varying(60)[] NOT NULL,
    wishes text NOT NULL,
    desk character varying(12) NOT NULL,
    since date NOT NULL,
    due_on date,
    told_late boolean NOT NULL,
    version integer NOT NULL,
    confirmation character varying(24) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    estate_id bigint NOT NULL,
    filed_by_id bigint NOT NULL,
    project_id bigint,
    CONSTRAINT agreeing_among_answers CHECK (((answered IS NULL) OR (agreeing IS NULL) OR (agreeing <= answered))),
    CONSTRAINT confirmed_with_number_and_project CHECK (((((desk)::text = 'confirmed'::text) AND (project_id IS NOT NULL) AND (NOT ((confirmation)::text = ''::text))) OR ((NOT ((desk)::text = 'confirmed'::text)) AND ((confirmation)::text = ''::text) AND (project_id IS NULL)))),
    CONSTRAINT projects_application_agreeing_check CHECK ((agreeing >= 0)),
    CONSTRAINT projects_application_answered_check CHECK ((answered >= 0)),
    CONSTRAINT projects_application_households_check CHECK ((households >= 0)),
    CONSTRAINT projects_application_version_check CHECK ((version >= 0))
);
ALTER TABLE public.projects_application ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_application_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.projects_attachment (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    application_id bigint NOT NULL,
    document_id bigint NOT NULL
);
ALTER TABLE public.projects_attachment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_attachment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.projects_call (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    asked character varying(300) NOT NULL,
    "on" date NOT NULL,
    respond_by date NOT NULL,
    solve_by date NOT NULL,
    responded_on date,
    solved_on date,
    told_late boolean NOT NULL,
    organisation_id bigint NOT NULL,
    responded_by_id bigint,
    solved_by_id bigint,
    whistle_id bigint NOT NULL,
    CONSTRAINT who_solves_has_reported CHECK (((solved_on IS NULL) OR (responded_on IS NOT NULL)))
);
ALTER TABLE public.projects_call ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_call_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.projects_choosing (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    rule character varying(9) NOT NULL,
    budget_cents bigint NOT NULL,
    source character varying(200) NOT NULL,
    made_on date NOT NULL,
    result jsonb,
    settled_on date,
    made_by_id bigint NOT NULL,
    project_id bigint NOT NULL,
    settled_by_id bigint,
    survey_id bigint NOT NULL,
    CONSTRAINT choosing_has_money CHECK ((budget_cents > 0)),
    CONSTRAINT choosing_settled_by_somebody CHECK ((((result = 'null'::jsonb) AND (settled_by_id IS NULL) AND (settled_on IS NULL)) OR ((result IS NOT NULL) AND (settled_by_id IS NOT NULL) AND (settled_on IS NOT NULL))))
);
ALTER TABLE public.projects_choosing ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_choosing_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.projects_choosingitem (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    name character varying(64) NOT NULL,
    item text NOT NULL,
    title character varying(120) NOT NULL,
    cost_cents bigint NOT NULL,
    source character varying(200) NOT NULL,
    building_id bigint,
    choosing_id bigint NOT NULL,
    CONSTRAINT item_has_a_price CHECK ((cost_cents > 0))
);
ALTER TABLE public.projects_choosingitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_choosingitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.projects_claim (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    fact character varying(60) NOT NULL,
    value jsonb NOT NULL,
    before jsonb,
    came_from_id bigint,
    evidence_id bigint NOT NULL
);
ALTER TABLE public.projects_claim ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_claim_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.projects_design (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    number smallint NOT NULL,
    words text NOT NULL,
    changed character varying(10)[] NOT NULL,
    reopens boolean NOT NULL,
    "on" date,
    at timestamp with time zone,
    by_id bigint,
    review_id bigint NOT NULL,
    CONSTRAINT design_handed_in_by_somebody CHECK ((((at IS NULL) AND (by_id IS NULL) AND ("on" IS NULL)) OR ((at IS NOT NULL) AND (by_id IS NOT NULL) AND ("on" IS NOT NULL)))),
    CONSTRAINT projects_design_number_check CHECK ((number >= 0))
);
ALTER TABLE public.projects_design ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_design_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.projects_designfile (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    part character varying(10) NOT NULL,
    kind character varying(10) NOT NULL,
    design_id bigint NOT NULL,
    document_id bigint NOT NULL
);
ALTER TABLE public.projects_designfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_designfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.projects_evidence (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    rule text NOT NULL,
    kind character varying(10) NOT NULL,
    record character varying(60) NOT NULL,
    words character varying(500) NOT NULL,
    speaker character varying(60) NOT NULL,
    capacity character varying(60) NOT NULL,
    said_on date NOT NULL,
    at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    withdrawn_why character varying(300) NOT NULL,
    building_id bigint,
    by_id bigint NOT NULL,
    document_id bigint,
    project_id bigint NOT NULL,
    source_id bigint NOT NULL,
    withdrawn_by_id bigint,
    CONSTRAINT evidence_is_what_it_says CHECK ((((document_id IS NOT NULL) AND ((kind)::text = 'file'::text)) OR (((kind)::text = 'record'::text) AND (NOT ((record)::text = ''::text))) OR (((kind)::text = 'statement'::text) AND (NOT ((speaker)::text = ''::text)) AND (NOT ((words)::text = ''::text))))),
    CONSTRAINT evidence_withdrawn_by_somebody CHECK ((((withdrawn_at IS NULL) AND (withdrawn_by_id IS NULL) AND ((withdrawn_why)::text = ''::text)) OR ((withdrawn_at IS NOT NULL) AND (withdrawn_by_id IS NOT NULL) AND (NOT ((withdrawn_why)::text = ''::text)))))
);
ALTER TABLE public.projects_evidence ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_evidence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.projects_gateevent (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    rule text NOT NULL,
    at timestamp with time zone NOT NULL,
    day date NOT NULL,
    before character varying(8) NOT NULL,
    after character varying(8) NOT NULL,
    cause character varying(10) NOT NULL,
    facts jsonb NOT NULL,
    digest character varying(64) NOT NULL,
    by_id bigint,
    evidence_id bigint,
    project_id bigint NOT NULL,
    override_id bigint
);
ALTER TABLE public.projects_gateevent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_gateevent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.projects_gatestate (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    rule text NOT NULL,
    verdict character varying(8) NOT NULL,
    since date NOT NULL,
    because text[] NOT NULL,
    missing text[] NOT NULL,
    digest character varying(64) NOT NULL,
    project_id bigint NOT NULL,
    override_id bigint
);
ALTER TABLE public.projects_gatestate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_gatestate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.projects_menuchoice (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    item text NOT NULL,
    state character varying(10) NOT NULL,
    words character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    dropped_at timestamp with time zone,
    dropped_why character varying(300) NOT NULL,
    building_id bigint,
    by_id bigint NOT NULL,
    document_id bigint,
    dropped_by_id bigint,
    project_id bigint NOT NULL,
    CONSTRAINT choice_dropped_by_somebody CHECK ((((dropped_at IS NULL) AND (dropped_by_id IS NULL) AND ((dropped_why)::text = ''::text)) OR ((dropped_at IS NOT NULL) AND (dropped_by_id IS NOT NULL) AND (NOT ((dropped_why)::text = ''::text)))))
);
ALTER TABLE public.projects_menuchoice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_menuchoice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.projects_notice (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    about character varying(200) NOT NULL,
    address character varying(200) NOT NULL,
    words text NOT NULL,
    due_on date,
    key character varying(60) NOT NULL,
    at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone,
    mail character varying(8) NOT NULL,
    person_id bigint NOT NULL
);
ALTER TABLE public.projects_notice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_notice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.projects_opinion (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    verdict character varying(8) NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    "on" date NOT NULL,
    due_on date,
    document character varying(40) NOT NULL,
    clause character varying(40) NOT NULL,
    by_id bigint NOT NULL,
    design_id bigint NOT NULL,
    review_id bigint NOT NULL
);
ALTER TABLE public.projects_opinion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_opinion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.projects_override (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    rule text NOT NULL,
    verdict character varying(8) NOT NULL,
    reason character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    ended_why character varying(300) NOT NULL,
    by_id bigint NOT NULL,
    ended_by_id bigint,
    project_id bigint NOT NULL,
    CONSTRAINT override_ended_by_somebody CHECK ((((ended_at IS NULL) AND (ended_by_id IS NULL) AND ((ended_why)::text = ''::text)) OR ((ended_at IS NOT NULL) AND (ended_by_id IS NOT NULL) AND (NOT ((ended_why)::text = ''::text))))),
    CONSTRAINT override_has_a_reason CHECK ((NOT ((reason)::text = ''::text)))
);
ALTER TABLE public.projects_override ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_override_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.projects_partproof (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    item text NOT NULL,
    facts jsonb NOT NULL,
    building_id bigint,
    evidence_id bigint NOT NULL,
    project_id bigint NOT NULL
);
ALTER TABLE public.projects_partproof ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_partproof_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.projects_practice (
    id bigint NOT NULL,
    place character varying(12) NOT NULL COLLATE pg_catalog."C",
    title character varying(120) NOT NULL,
    words text NOT NULL,
    tags character varying(120) NOT NULL,
    whistle character varying(24) NOT NULL,
    "on" date NOT NULL,
    shared_on date,
    by_id bigint NOT NULL,
    shared_by_id bigint,
    CONSTRAINT practice_shared_by_somebody CHECK ((((shared_by_id IS NULL) AND (shared_on IS NULL)) OR ((shared_by_id IS NOT NULL) AND (shared_on IS NOT NULL))))
);
ALTER TABLE public.projects_practice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_practice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.projects_project (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    number character varying(20) NOT NULL,
    way character varying(12) NOT NULL,
    year smallint,
    opened_on date NOT NULL,
    closed_on date,
    closed_why character varying(300) NOT NULL,
    estate_id bigint NOT NULL,
    opened_by_id bigint NOT NULL,
    CONSTRAINT project_closed_with_reason CHECK ((((closed_on IS NULL) AND ((closed_why)::text = ''::text)) OR ((closed_on IS NOT NULL) AND (NOT ((closed_why)::text = ''::text))))),
    CONSTRAINT projects_project_year_check CHECK ((year >= 0))
);
ALTER TABLE public.projects_project ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_project_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.projects_remark (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    part character varying(10) NOT NULL,
    weight character varying(8) NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    design_id bigint NOT NULL,
    former_id bigint,
    opinion_id bigint,
    review_id bigint NOT NULL
);
ALTER TABLE public.projects_remark ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_remark_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.projects_review (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    hand character varying(10) NOT NULL,
    since date NOT NULL,
    due_on date,
    told_late boolean NOT NULL,
    version integer NOT NULL,
    acted_by_id bigint,
    project_id bigint NOT NULL,
    CONSTRAINT projects_review_version_check CHECK ((version >= 0))
);
ALTER TABLE public.projects_review ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_review_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.projects_series (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    place character varying(12) NOT NULL COLLATE pg_catalog."C",
    year smallint NOT NULL,
    last integer NOT NULL,
    CONSTRAINT projects_series_last_check CHECK ((last >= 0)),
    CONSTRAINT projects_series_year_check CHECK ((year >= 0))
);
ALTER TABLE public.projects_series ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_series_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.projects_step (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    verb character varying(12) NOT NULL,
    before character varying(12) NOT NULL,
    after character varying(12) NOT NULL,
    role character varying(30) NOT NULL,
    at timestamp with time zone NOT NULL,
    "on" date NOT NULL,
    due_on date,
    opinion text NOT NULL,
    document character varying(40) NOT NULL,
    clause character varying(40) NOT NULL,
    said jsonb NOT NULL,
    application_id bigint NOT NULL,
    by_id bigint NOT NULL
);
ALTER TABLE public.projects_step ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_step_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.projects_steptaken (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    step character varying(20) NOT NULL,
    words character varying(300) NOT NULL,
    "on" date NOT NULL,
    at timestamp with time zone NOT NULL,
    adoption_id bigint NOT NULL,
    by_id bigint NOT NULL
);
ALTER TABLE public.projects_steptaken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_steptaken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.projects_task (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    basis character varying(200) NOT NULL,
    reason text NOT NULL,
    "on" date NOT NULL,
    by_id bigint NOT NULL,
    project_id bigint NOT NULL
);
ALTER TABLE public.projects_task ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_task_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.projects_whistle (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    number character varying(24) NOT NULL,
    title character varying(120) NOT NULL,
    words text NOT NULL,
    state character varying(10) NOT NULL,
    "on" date NOT NULL,
    ended_on date,
    version integer NOT NULL,
    by_id bigint NOT NULL,
    estate_id bigint NOT NULL,
    project_id bigint,
    CONSTRAINT projects_whistle_version_check CHECK ((version >= 0)),
    CONSTRAINT whistle_ended_on_a_day CHECK ((((ended_on IS NULL) AND ((state)::text = ANY ((ARRAY['open'::character varying, 'hard'::character varying])::text[]))) OR ((ended_on IS NOT NULL) AND ((state)::text = ANY ((ARRAY['solved'::character varying, 'withdrawn'::character varying])::text[])))))
);
ALTER TABLE public.projects_whistle ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_whistle_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.projects_whistlestep (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    verb character varying(10) NOT NULL,
    words text NOT NULL,
    "on" date NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    call_id bigint,
    whistle_id bigint NOT NULL
);
ALTER TABLE public.projects_whistlestep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_whistlestep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.projects_works (
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    facts jsonb NOT NULL,
    origins jsonb NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    project_id bigint NOT NULL,
    CONSTRAINT projects_works_version_check CHECK ((version >= 0))
);
CREATE TABLE public.registry_apitoken (
    id bigint NOT NULL,
    name character varying(60) NOT NULL,
    digest character varying(64) NOT NULL,
    hint character varying(12) NOT NULL,
    scopes character varying(20)[] NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    per_minute integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_on date NOT NULL,
    revoked_at timestamp with time zone,
    last_used_at timestamp with time zone,
    person_id bigint NOT NULL,
    CONSTRAINT registry_apitoken_per_minute_check CHECK ((per_minute >= 0))
);
ALTER TABLE public.registry_apitoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_apitoken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.registry_assessment (
    estate_id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    day date NOT NULL,
    digest character varying(64) NOT NULL,
    overall character varying(8) NOT NULL,
    met text[] NOT NULL,
    not_met text[] NOT NULL,
    unknown text[] NOT NULL,
    missing text[] NOT NULL,
    readings jsonb NOT NULL
);
CREATE TABLE public.registry_building (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    facts jsonb NOT NULL,
    origins jsonb NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    code character varying(40) NOT NULL,
    name character varying(60) NOT NULL,
    built_year integer GENERATED ALWAYS AS (((facts ->> 'built_year'::text))::integer) STORED,
    storeys integer GENERATED ALWAYS AS (((facts ->> 'storeys'::text))::integer) STORED,
    household_count integer GENERATED ALWAYS AS (((facts ->> 'household_count'::text))::integer) STORED,
    floor_area_m2 double precision GENERATED ALWAYS AS (((facts ->> 'floor_area_m2'::text))::double precision) STORED,
    danger text GENERATED ALWAYS AS ((facts ->> 'danger'::text)) STORED,
    lon double precision,
    lat double precision,
    quad bigint,
    outline jsonb,
    estate_id bigint NOT NULL,
    CONSTRAINT registry_building_version_check CHECK ((version >= 0))
);
ALTER TABLE public.registry_building ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_building_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.registry_change (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    thing character varying(10) NOT NULL,
    thing_id bigint NOT NULL,
    version integer NOT NULL,
    before jsonb,
    of_id bigint NOT NULL,
    CONSTRAINT registry_change_version_check CHECK ((version >= 0))
);
ALTER TABLE public.registry_change ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.registry_chosenreading (
    id bigint NOT NULL,
    place character varying(12) NOT NULL COLLATE pg_catalog."C",
    reading character varying(60) NOT NULL,
    option character varying(40) NOT NULL,
    is_binding boolean NOT NULL,
    reason character varying(500) NOT NULL,
    basis character varying(200) NOT NULL,
    promised jsonb NOT NULL,
    since date NOT NULL,
    at timestamp with time zone NOT NULL,
    until date,
    ended_at timestamp with time zone,
    ended_reason character varying(500) NOT NULL,
    by_id bigint NOT NULL,
    ended_by_id bigint,
    CONSTRAINT choice_ended_by_somebody CHECK ((((ended_at IS NULL) AND (ended_by_id IS NULL) AND (until IS NULL)) OR ((ended_at IS NOT NULL) AND (ended_by_id IS NOT NULL) AND (until IS NOT NULL)))),
    CONSTRAINT choice_ends_after_it_begins CHECK (((until IS NULL) OR (until >= since)))
);
ALTER TABLE public.registry_chosenreading ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_chosenreading_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.registry_conflict (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    fact character varying(60) NOT NULL,
    kept jsonb,
    offered jsonb,
    "row" integer,
    found_at timestamp with time zone NOT NULL,
    taken character varying(8) NOT NULL,
    settled_at timestamp with time zone,
    reason character varying(300) NOT NULL,
    estate_id bigint NOT NULL,
    settled_by_id bigint,
    source_id bigint NOT NULL,
    building_id bigint,
    CONSTRAINT settled_by_somebody CHECK ((((settled_at IS NULL) AND (settled_by_id IS NULL) AND ((taken)::text = ''::text)) OR ((settled_at IS NOT NULL) AND (settled_by_id IS NOT NULL) AND (NOT ((taken)::text = ''::text)))))
);
ALTER TABLE public.registry_conflict ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_conflict_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.registry_dangerplan (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    appraised_on date,
    appraiser character varying(120) NOT NULL,
    responsible character varying(120) NOT NULL,
    route character varying(12) NOT NULL,
    scheme text NOT NULL,
    due_on date,
    building_id bigint NOT NULL
);
ALTER TABLE public.registry_dangerplan ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_dangerplan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.registry_document (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    title character varying(120) NOT NULL,
    name character varying(200) NOT NULL,
    kind character varying(100) NOT NULL,
    sha256 character varying(64) NOT NULL,
    size bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    estate_id bigint NOT NULL
);
ALTER TABLE public.registry_document ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_document_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.registry_estate (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    facts jsonb NOT NULL,
    origins jsonb NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    code character varying(40) NOT NULL,
    district character varying(6) GENERATED ALWAYS AS ("left"((division)::text, 6)) STORED COLLATE pg_catalog."C",
    name text GENERATED ALWAYS AS ((facts ->> 'name'::text)) STORED,
    address text GENERATED ALWAYS AS ((facts ->> 'address'::text)) STORED,
    built_year integer GENERATED ALWAYS AS (((facts ->> 'built_year'::text))::integer) STORED,
    household_count integer GENERATED ALWAYS AS (((facts ->> 'household_count'::text))::integer) STORED,
    building_count integer GENERATED ALWAYS AS (((facts ->> 'building_count'::text))::integer) STORED,
    floor_area_m2 double precision GENERATED ALWAYS AS (((facts ->> 'floor_area_m2'::text))::double precision) STORED,
    management_mode text GENERATED ALWAYS AS ((facts ->> 'management_mode'::text)) STORED,
    lon double precision GENERATED ALWAYS AS (((facts ->> 'lon'::text))::double precision) STORED,
    lat double precision GENERATED ALWAYS AS (((facts ->> 'lat'::text))::double precision) STORED,
    initials character varying(80) NOT NULL,
    quad bigint,
    outline jsonb,
    stage character varying(12) NOT NULL,
    retired_on date,
    words text GENERATED ALWAYS AS (public.search_words((code)::text, (initials)::text, (facts ->> 'name'::text), (facts ->> 'address'::text))) STORED,
    CONSTRAINT registry_estate_version_check CHECK ((version >= 0))
);
ALTER TABLE public.registry_estate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_estate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.registry_generation (
    id bigint NOT NULL,
    district character varying(6) NOT NULL COLLATE pg_catalog."C",
    tx bigint NOT NULL,
    n bigint NOT NULL
);
ALTER TABLE public.registry_generation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_generation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.registry_household (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    facts jsonb NOT NULL,
    origins jsonb NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    door character varying(20) NOT NULL,
    area_m2 double precision GENERATED ALWAYS AS (((facts ->> 'area_m2'::text))::double precision) STORED,
    owner bytea,
    phone bytea,
    id_number bytea,
    care bytea,
    building_id bigint NOT NULL,
    unit_id bigint,
    CONSTRAINT registry_household_version_check CHECK ((version >= 0))
);
ALTER TABLE public.registry_household ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_household_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.registry_import (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    title character varying(200) NOT NULL,
    files jsonb NOT NULL,
    state character varying(10) NOT NULL,
    mapping text NOT NULL,
    fixes jsonb NOT NULL,
    counts jsonb NOT NULL,
    message character varying(500) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    stored_at timestamp with time zone,
    undone_at timestamp with time zone,
    by_id bigint NOT NULL,
    job_id bigint,
    undone_by_id bigint,
    reading integer NOT NULL,
    replaces jsonb NOT NULL,
    CONSTRAINT registry_import_reading_check CHECK ((reading >= 0)),
    CONSTRAINT undone_by_somebody CHECK ((((undone_at IS NULL) AND (undone_by_id IS NULL)) OR ((undone_at IS NOT NULL) AND (undone_by_id IS NOT NULL))))
);
ALTER TABLE public.registry_import ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_import_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.registry_knowncolumn (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    subject character varying(20) NOT NULL,
    heading character varying(200) NOT NULL,
    fact character varying(80) NOT NULL,
    unit character varying(20) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    organisation_id bigint
);
ALTER TABLE public.registry_knowncolumn ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_knowncolumn_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.registry_outline (
    id bigint NOT NULL,
    code character varying(12) NOT NULL COLLATE pg_catalog."C",
    name character varying(60) NOT NULL,
    shape jsonb NOT NULL
);
ALTER TABLE public.registry_outline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_outline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.registry_party (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    kind character varying(20) NOT NULL,
    duty character varying(200) NOT NULL,
    since date,
    until date,
    estate_id bigint NOT NULL,
    organisation_id bigint NOT NULL
);
ALTER TABLE public.registry_party ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_party_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.registry_pipe (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    kind character varying(8) NOT NULL,
    length_m numeric(9,1),
    material character varying(40) NOT NULL,
    laid_year integer,
    condition character varying(8) NOT NULL,
    cost_cents bigint,
    line jsonb,
    estate_id bigint NOT NULL,
    organisation_id bigint
);
ALTER TABLE public.registry_pipe ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_pipe_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.registry_readingtrial (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    reading character varying(60) NOT NULL,
    option character varying(40) NOT NULL,
    since date NOT NULL,
    is_binding boolean NOT NULL,
    stand character varying(64) NOT NULL,
    outcome jsonb,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    job_id bigint
);
ALTER TABLE public.registry_readingtrial ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_readingtrial_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.registry_resource (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    facts jsonb NOT NULL,
    origins jsonb NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    name character varying(80) NOT NULL,
    area_m2 numeric(9,2),
    lon double precision,
    lat double precision,
    estate_id bigint NOT NULL,
    CONSTRAINT registry_resource_version_check CHECK ((version >= 0))
);
ALTER TABLE public.registry_resource ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_resource_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.registry_savedview (
    id bigint NOT NULL,
    name character varying(60) NOT NULL,
    query character varying(1000) NOT NULL,
    person_id bigint NOT NULL
);
ALTER TABLE public.registry_savedview ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_savedview_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.registry_source (
    id bigint NOT NULL,
    kind character varying(6) NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    file character varying(200) NOT NULL,
    sheet character varying(120) NOT NULL,
    columns jsonb NOT NULL,
    reason character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    of_id bigint
);
ALTER TABLE public.registry_source ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_source_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.registry_specialday (
    id bigint NOT NULL,
    place character varying(12) NOT NULL COLLATE pg_catalog."C",
    day date NOT NULL,
    is_worked boolean NOT NULL,
    title character varying(60) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL
);
ALTER TABLE public.registry_specialday ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_specialday_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.registry_succession (
    id bigint NOT NULL,
    kind character varying(8) NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    former_name character varying(120) NOT NULL,
    "on" date NOT NULL,
    reason character varying(300) NOT NULL,
    after_id bigint NOT NULL,
    before_id bigint NOT NULL,
    by_id bigint NOT NULL
);
ALTER TABLE public.registry_succession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_succession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.registry_term (
    id bigint NOT NULL,
    place character varying(12) NOT NULL COLLATE pg_catalog."C",
    clock character varying(12) NOT NULL,
    matter character varying(10) NOT NULL,
    days smallint NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    CONSTRAINT registry_term_days_check CHECK ((days >= 0))
);
ALTER TABLE public.registry_term ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_term_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.registry_unit (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    name character varying(20) NOT NULL,
    building_id bigint NOT NULL
);
ALTER TABLE public.registry_unit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_unit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.socialaccount_socialaccount (
    id integer NOT NULL,
    provider character varying(200) NOT NULL,
    uid character varying(191) NOT NULL,
    last_login timestamp with time zone NOT NULL,
    date_joined timestamp with time zone NOT NULL,
    extra_data jsonb NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.socialaccount_socialaccount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialaccount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.socialaccount_socialapp (
    id integer NOT NULL,
    provider character varying(30) NOT NULL,
    name character varying(40) NOT NULL,
    client_id character varying(191) NOT NULL,
    secret character varying(191) NOT NULL,
    key character varying(191) NOT NULL,
    provider_id character varying(200) NOT NULL,
    settings jsonb NOT NULL
);
ALTER TABLE public.socialaccount_socialapp ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialapp_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.socialaccount_socialtoken (
    id integer NOT NULL,
    token text NOT NULL,
    token_secret text NOT NULL,
    expires_at timestamp with time zone,
    account_id integer NOT NULL,
    app_id integer
);
ALTER TABLE public.socialaccount_socialtoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialtoken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.surveys_answer (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    person smallint NOT NULL,
    channel character varying(9) NOT NULL,
    state character varying(7) NOT NULL,
    "values" jsonb NOT NULL,
    revision integer NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    done_at timestamp with time zone,
    by_id bigint,
    household_id bigint NOT NULL,
    survey_id bigint NOT NULL,
    version_id bigint NOT NULL,
    sealed bytea,
    CONSTRAINT answer_done_at_a_moment CHECK ((((done_at IS NULL) AND ((state)::text = 'started'::text)) OR ((done_at IS NOT NULL) AND ((state)::text = 'done'::text)))),
    CONSTRAINT surveys_answer_person_check CHECK ((person >= 0)),
    CONSTRAINT surveys_answer_revision_check CHECK ((revision >= 0))
);
ALTER TABLE public.surveys_answer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.surveys_answer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.surveys_answerfile (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    said character varying(200) NOT NULL,
    kind character varying(80) NOT NULL,
    sha256 character varying(64) NOT NULL,
    size integer NOT NULL,
    answer_id bigint,
    household_id bigint NOT NULL,
    submission_id bigint,
    CONSTRAINT answer_file_belongs CHECK (((answer_id IS NOT NULL) OR (submission_id IS NOT NULL))),
    CONSTRAINT surveys_answerfile_size_check CHECK ((size >= 0))
);
ALTER TABLE public.surveys_answerfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.surveys_answerfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.surveys_figures (
    survey_id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    content jsonb NOT NULL,
    counted_at timestamp with time zone NOT NULL
);
CREATE TABLE public.surveys_submission (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    instance character varying(80) NOT NULL,
    digest character varying(64) NOT NULL,
    "values" jsonb NOT NULL,
    state character varying(7) NOT NULL,
    said_at timestamp with time zone,
    received_at timestamp with time zone NOT NULL,
    clock_is_off boolean NOT NULL,
    answer_id bigint,
    by_id bigint NOT NULL,
    household_id bigint NOT NULL,
    settled_by_id bigint,
    survey_id bigint NOT NULL,
    version_id bigint NOT NULL,
    person smallint NOT NULL,
    sealed bytea,
    CONSTRAINT surveys_submission_person_check CHECK ((person >= 0))
);
ALTER TABLE public.surveys_submission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.surveys_submission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.surveys_survey (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    purpose character varying(6) NOT NULL,
    title character varying(120) NOT NULL,
    words text NOT NULL,
    per character varying(9) NOT NULL,
    is_online boolean NOT NULL,
    opens_on date NOT NULL,
    closes_on date NOT NULL,
    state character varying(6) NOT NULL,
    draft jsonb NOT NULL,
    made_on date NOT NULL,
    closed_on date,
    announced_on date,
    estate_id bigint NOT NULL,
    made_by_id bigint NOT NULL,
    CONSTRAINT survey_announced_after_close CHECK (((announced_on IS NULL) OR (closed_on IS NOT NULL))),
    CONSTRAINT survey_days_in_order CHECK ((closes_on >= opens_on))
);
ALTER TABLE public.surveys_survey ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.surveys_survey_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.surveys_version (
    id bigint NOT NULL,
    division character varying(12) NOT NULL COLLATE pg_catalog."C",
    number smallint NOT NULL,
    digest character varying(64) NOT NULL,
    definition jsonb NOT NULL,
    xform text NOT NULL,
    published_at timestamp with time zone NOT NULL,
    published_by_id bigint NOT NULL,
    survey_id bigint NOT NULL,
    CONSTRAINT surveys_version_number_check CHECK ((number >= 0))
);
ALTER TABLE public.surveys_version ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.surveys_version_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE ONLY public.procrastinate_events ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_events_id_seq'::regclass);
ALTER TABLE ONLY public.procrastinate_jobs ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_jobs_id_seq'::regclass);
ALTER TABLE ONLY public.procrastinate_periodic_defers ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_periodic_defers_id_seq'::regclass);
INSERT INTO public.auth_permission VALUES (1, 'Can add permission', 1, 'add_permission');
INSERT INTO public.auth_permission VALUES (2, 'Can change permission', 1, 'change_permission');
INSERT INTO public.auth_permission VALUES (3, 'Can delete permission', 1, 'delete_permission');
INSERT INTO public.auth_permission VALUES (4, 'Can view permission', 1, 'view_permission');
INSERT INTO public.auth_permission VALUES (5, 'Can add group', 2, 'add_group');
INSERT INTO public.auth_permission VALUES (6, 'Can change group', 2, 'change_group');
INSERT INTO public.auth_permission VALUES (7, 'Can delete group', 2, 'delete_group');
INSERT INTO public.auth_permission VALUES (8, 'Can view group', 2, 'view_group');
INSERT INTO public.auth_permission VALUES (9, 'Can add content type', 3, 'add_contenttype');
INSERT INTO public.auth_permission VALUES (10, 'Can change content type', 3, 'change_contenttype');
INSERT INTO public.auth_permission VALUES (11, 'Can delete content type', 3, 'delete_contenttype');
INSERT INTO public.auth_permission VALUES (12, 'Can view content type', 3, 'view_contenttype');
INSERT INTO public.auth_permission VALUES (13, 'Can add session', 4, 'add_session');
INSERT INTO public.auth_permission VALUES (14, 'Can change session', 4, 'change_session');
INSERT INTO public.auth_permission VALUES (15, 'Can delete session', 4, 'delete_session');
INSERT INTO public.auth_permission VALUES (16, 'Can view session', 4, 'view_session');
INSERT INTO public.auth_permission VALUES (17, 'Can add organisation', 5, 'add_organisation');
INSERT INTO public.auth_permission VALUES (18, 'Can change organisation', 5, 'change_organisation');
INSERT INTO public.auth_permission VALUES (19, 'Can delete organisation', 5, 'delete_organisation');
INSERT INTO public.auth_permission VALUES (20, 'Can view organisation', 5, 'view_organisation');
INSERT INTO public.auth_permission VALUES (21, 'Can add person', 6, 'add_person');
INSERT INTO public.auth_permission VALUES (22, 'Can change person', 6, 'change_person');
INSERT INTO public.auth_permission VALUES (23, 'Can delete person', 6, 'delete_person');
INSERT INTO public.auth_permission VALUES (24, 'Can view person', 6, 'view_person');
INSERT INTO public.auth_permission VALUES (25, 'Can add appointment', 7, 'add_appointment');
INSERT INTO public.auth_permission VALUES (26, 'Can change appointment', 7, 'change_appointment');
INSERT INTO public.auth_permission VALUES (27, 'Can delete appointment', 7, 'delete_appointment');
INSERT INTO public.auth_permission VALUES (28, 'Can view appointment', 7, 'view_appointment');
INSERT INTO public.auth_permission VALUES (29, 'Can add former password', 8, 'add_formerpassword');
INSERT INTO public.auth_permission VALUES (30, 'Can change former password', 8, 'change_formerpassword');
INSERT INTO public.auth_permission VALUES (31, 'Can delete former password', 8, 'delete_formerpassword');
INSERT INTO public.auth_permission VALUES (32, 'Can view former password', 8, 'view_formerpassword');
INSERT INTO public.auth_permission VALUES (33, 'Can add signed in', 9, 'add_signedin');
INSERT INTO public.auth_permission VALUES (34, 'Can change signed in', 9, 'change_signedin');
INSERT INTO public.auth_permission VALUES (35, 'Can delete signed in', 9, 'delete_signedin');
INSERT INTO public.auth_permission VALUES (36, 'Can view signed in', 9, 'view_signedin');
INSERT INTO public.auth_permission VALUES (37, 'Can add pace', 10, 'add_pace');
INSERT INTO public.auth_permission VALUES (38, 'Can change pace', 10, 'change_pace');
INSERT INTO public.auth_permission VALUES (39, 'Can delete pace', 10, 'delete_pace');
INSERT INTO public.auth_permission VALUES (40, 'Can view pace', 10, 'view_pace');
INSERT INTO public.auth_permission VALUES (41, 'Can add email address', 11, 'add_emailaddress');
INSERT INTO public.auth_permission VALUES (42, 'Can change email address', 11, 'change_emailaddress');
INSERT INTO public.auth_permission VALUES (43, 'Can delete email address', 11, 'delete_emailaddress');
INSERT INTO public.auth_permission VALUES (44, 'Can view email address', 11, 'view_emailaddress');
INSERT INTO public.auth_permission VALUES (45, 'Can add email confirmation', 12, 'add_emailconfirmation');
INSERT INTO public.auth_permission VALUES (46, 'Can change email confirmation', 12, 'change_emailconfirmation');
INSERT INTO public.auth_permission VALUES (47, 'Can delete email confirmation', 12, 'delete_emailconfirmation');
INSERT INTO public.auth_permission VALUES (48, 'Can view email confirmation', 12, 'view_emailconfirmation');
INSERT INTO public.auth_permission VALUES (49, 'Can add authenticator', 13, 'add_authenticator');
INSERT INTO public.auth_permission VALUES (50, 'Can change authenticator', 13, 'change_authenticator');
INSERT INTO public.auth_permission VALUES (51, 'Can delete authenticator', 13, 'delete_authenticator');
INSERT INTO public.auth_permission VALUES (52, 'Can view authenticator', 13, 'view_authenticator');
INSERT INTO public.auth_permission VALUES (53, 'Can add social account', 14, 'add_socialaccount');
INSERT INTO public.auth_permission VALUES (54, 'Can change social account', 14, 'change_socialaccount');
INSERT INTO public.auth_permission VALUES (55, 'Can delete social account', 14, 'delete_socialaccount');
INSERT INTO public.auth_permission VALUES (56, 'Can view social account', 14, 'view_socialaccount');
INSERT INTO public.auth_permission VALUES (57, 'Can add social application', 15, 'add_socialapp');
INSERT INTO public.auth_permission VALUES (58, 'Can change social application', 15, 'change_socialapp');
INSERT INTO public.auth_permission VALUES (59, 'Can delete social application', 15, 'delete_socialapp');
INSERT INTO public.auth_permission VALUES (60, 'Can view social application', 15, 'view_socialapp');
INSERT INTO public.auth_permission VALUES (61, 'Can add social application token', 16, 'add_socialtoken');
INSERT INTO public.auth_permission VALUES (62, 'Can change social application token', 16, 'change_socialtoken');
INSERT INTO public.auth_permission VALUES (63, 'Can delete social application token', 16, 'delete_socialtoken');
INSERT INTO public.auth_permission VALUES (64, 'Can view social application token', 16, 'view_socialtoken');
INSERT INTO public.auth_permission VALUES (65, 'Can add access attempt', 17, 'add_accessattempt');
INSERT INTO public.auth_permission VALUES (66, 'Can change access attempt', 17, 'change_accessattempt');
INSERT INTO public.auth_permission VALUES (67, 'Can delete access attempt', 17, 'delete_accessattempt');
INSERT INTO public.auth_permission VALUES (68, 'Can view access attempt', 17, 'view_accessattempt');
INSERT INTO public.auth_permission VALUES (69, 'Can add access log', 18, 'add_accesslog');
INSERT INTO public.auth_permission VALUES (70, 'Can change access log', 18, 'change_accesslog');
INSERT INTO public.auth_permission VALUES (71, 'Can delete access log', 18, 'delete_accesslog');
INSERT INTO public.auth_permission VALUES (72, 'Can view access log', 18, 'view_accesslog');
INSERT INTO public.auth_permission VALUES (73, 'Can add access failure', 19, 'add_accessfailurelog');
INSERT INTO public.auth_permission VALUES (74, 'Can change access failure', 19, 'change_accessfailurelog');
INSERT INTO public.auth_permission VALUES (75, 'Can delete access failure', 19, 'delete_accessfailurelog');
INSERT INTO public.auth_permission VALUES (76, 'Can view access failure', 19, 'view_accessfailurelog');
INSERT INTO public.auth_permission VALUES (77, 'Can add access attempt expiration', 20, 'add_accessattemptexpiration');
INSERT INTO public.auth_permission VALUES (78, 'Can change access attempt expiration', 20, 'change_accessattemptexpiration');
INSERT INTO public.auth_permission VALUES (79, 'Can delete access attempt expiration', 20, 'delete_accessattemptexpiration');
INSERT INTO public.auth_permission VALUES (80, 'Can view access attempt expiration', 20, 'view_accessattemptexpiration');
INSERT INTO public.auth_permission VALUES (81, 'Can add procrastinate event', 21, 'add_procrastinateevent');
INSERT INTO public.auth_permission VALUES (82, 'Can change procrastinate event', 21, 'change_procrastinateevent');
INSERT INTO public.auth_permission VALUES (83, 'Can delete procrastinate event', 21, 'delete_procrastinateevent');
INSERT INTO public.auth_permission VALUES (84, 'Can view procrastinate event', 21, 'view_procrastinateevent');
INSERT INTO public.auth_permission VALUES (85, 'Can add procrastinate job', 22, 'add_procrastinatejob');
INSERT INTO public.auth_permission VALUES (86, 'Can change procrastinate job', 22, 'change_procrastinatejob');
INSERT INTO public.auth_permission VALUES (87, 'Can delete procrastinate job', 22, 'delete_procrastinatejob');
INSERT INTO public.auth_permission VALUES (88, 'Can view procrastinate job', 22, 'view_procrastinatejob');
INSERT INTO public.auth_permission VALUES (89, 'Can add procrastinate periodic defer', 23, 'add_procrastinateperiodicdefer');
INSERT INTO public.auth_permission VALUES (90, 'Can change procrastinate periodic defer', 23, 'change_procrastinateperiodicdefer');
INSERT INTO public.auth_permission VALUES (91, 'Can delete procrastinate periodic defer', 23, 'delete_procrastinateperiodicdefer');
INSERT INTO public.auth_permission VALUES (92, 'Can view procrastinate periodic defer', 23, 'view_procrastinateperiodicdefer');
INSERT INTO public.auth_permission VALUES (93, 'Can add procrastinate worker', 24, 'add_procrastinateworker');
INSERT INTO public.auth_permission VALUES (94, 'Can change procrastinate worker', 24, 'change_procrastinateworker');
INSERT INTO public.auth_permission VALUES (412, 'Can view works', 103, 'view_works');
INSERT INTO public.auth_permission VALUES (95, 'Can delete procrastinate worker', 24, 'delete_procrastinateworker');
INSERT INTO public.auth_permission VALUES (96, 'Can view procrastinate worker', 24, 'view_procrastinateworker');
INSERT INTO public.auth_permission VALUES (97, 'Can add block', 25, 'add_block');
INSERT INTO public.auth_permission VALUES (98, 'Can change block', 25, 'change_block');
INSERT INTO public.auth_permission VALUES (99, 'Can delete block', 25, 'delete_block');
INSERT INTO public.auth_permission VALUES (100, 'Can view block', 25, 'view_block');
INSERT INTO public.auth_permission VALUES (101, 'Can add waiting', 26, 'add_waiting');
INSERT INTO public.auth_permission VALUES (102, 'Can change waiting', 26, 'change_waiting');
INSERT INTO public.auth_permission VALUES (103, 'Can delete waiting', 26, 'delete_waiting');
INSERT INTO public.auth_permission VALUES (104, 'Can view waiting', 26, 'view_waiting');
INSERT INTO public.auth_permission VALUES (105, 'Can add line', 27, 'add_line');
INSERT INTO public.auth_permission VALUES (106, 'Can change line', 27, 'change_line');
INSERT INTO public.auth_permission VALUES (107, 'Can delete line', 27, 'delete_line');
INSERT INTO public.auth_permission VALUES (108, 'Can view line', 27, 'view_line');
INSERT INTO public.auth_permission VALUES (109, 'Can add job', 28, 'add_job');
INSERT INTO public.auth_permission VALUES (110, 'Can change job', 28, 'change_job');
INSERT INTO public.auth_permission VALUES (111, 'Can delete job', 28, 'delete_job');
INSERT INTO public.auth_permission VALUES (112, 'Can view job', 28, 'view_job');
INSERT INTO public.auth_permission VALUES (113, 'Can add event', 29, 'add_event');
INSERT INTO public.auth_permission VALUES (114, 'Can change event', 29, 'change_event');
INSERT INTO public.auth_permission VALUES (115, 'Can delete event', 29, 'delete_event');
INSERT INTO public.auth_permission VALUES (116, 'Can view event', 29, 'view_event');
INSERT INTO public.auth_permission VALUES (117, 'Can add hook', 30, 'add_hook');
INSERT INTO public.auth_permission VALUES (118, 'Can change hook', 30, 'change_hook');
INSERT INTO public.auth_permission VALUES (119, 'Can delete hook', 30, 'delete_hook');
INSERT INTO public.auth_permission VALUES (120, 'Can view hook', 30, 'view_hook');
INSERT INTO public.auth_permission VALUES (121, 'Can add delivery', 31, 'add_delivery');
INSERT INTO public.auth_permission VALUES (122, 'Can change delivery', 31, 'change_delivery');
INSERT INTO public.auth_permission VALUES (123, 'Can delete delivery', 31, 'delete_delivery');
INSERT INTO public.auth_permission VALUES (124, 'Can view delivery', 31, 'view_delivery');
INSERT INTO public.auth_permission VALUES (125, 'Can add estate', 32, 'add_estate');
INSERT INTO public.auth_permission VALUES (126, 'Can change estate', 32, 'change_estate');
INSERT INTO public.auth_permission VALUES (127, 'Can delete estate', 32, 'delete_estate');
INSERT INTO public.auth_permission VALUES (128, 'Can view estate', 32, 'view_estate');
INSERT INTO public.auth_permission VALUES (129, 'Can add building', 33, 'add_building');
INSERT INTO public.auth_permission VALUES (130, 'Can change building', 33, 'change_building');
INSERT INTO public.auth_permission VALUES (131, 'Can delete building', 33, 'delete_building');
INSERT INTO public.auth_permission VALUES (132, 'Can view building', 33, 'view_building');
INSERT INTO public.auth_permission VALUES (133, 'Can add change', 34, 'add_change');
INSERT INTO public.auth_permission VALUES (134, 'Can change change', 34, 'change_change');
INSERT INTO public.auth_permission VALUES (135, 'Can delete change', 34, 'delete_change');
INSERT INTO public.auth_permission VALUES (136, 'Can view change', 34, 'view_change');
INSERT INTO public.auth_permission VALUES (137, 'Can add conflict', 35, 'add_conflict');
INSERT INTO public.auth_permission VALUES (138, 'Can change conflict', 35, 'change_conflict');
INSERT INTO public.auth_permission VALUES (139, 'Can delete conflict', 35, 'delete_conflict');
INSERT INTO public.auth_permission VALUES (140, 'Can view conflict', 35, 'view_conflict');
INSERT INTO public.auth_permission VALUES (141, 'Can add danger plan', 36, 'add_dangerplan');
INSERT INTO public.auth_permission VALUES (142, 'Can change danger plan', 36, 'change_dangerplan');
INSERT INTO public.auth_permission VALUES (143, 'Can delete danger plan', 36, 'delete_dangerplan');
INSERT INTO public.auth_permission VALUES (144, 'Can view danger plan', 36, 'view_dangerplan');
INSERT INTO public.auth_permission VALUES (145, 'Can add document', 37, 'add_document');
INSERT INTO public.auth_permission VALUES (146, 'Can change document', 37, 'change_document');
INSERT INTO public.auth_permission VALUES (147, 'Can delete document', 37, 'delete_document');
INSERT INTO public.auth_permission VALUES (148, 'Can view document', 37, 'view_document');
INSERT INTO public.auth_permission VALUES (149, 'Can add household', 38, 'add_household');
INSERT INTO public.auth_permission VALUES (150, 'Can change household', 38, 'change_household');
INSERT INTO public.auth_permission VALUES (151, 'Can delete household', 38, 'delete_household');
INSERT INTO public.auth_permission VALUES (152, 'Can view household', 38, 'view_household');
INSERT INTO public.auth_permission VALUES (153, 'Can add import', 39, 'add_import');
INSERT INTO public.auth_permission VALUES (154, 'Can change import', 39, 'change_import');
INSERT INTO public.auth_permission VALUES (155, 'Can delete import', 39, 'delete_import');
INSERT INTO public.auth_permission VALUES (156, 'Can view import', 39, 'view_import');
INSERT INTO public.auth_permission VALUES (157, 'Can add party', 40, 'add_party');
INSERT INTO public.auth_permission VALUES (158, 'Can change party', 40, 'change_party');
INSERT INTO public.auth_permission VALUES (159, 'Can delete party', 40, 'delete_party');
INSERT INTO public.auth_permission VALUES (160, 'Can view party', 40, 'view_party');
INSERT INTO public.auth_permission VALUES (161, 'Can add pipe', 41, 'add_pipe');
INSERT INTO public.auth_permission VALUES (162, 'Can change pipe', 41, 'change_pipe');
INSERT INTO public.auth_permission VALUES (163, 'Can delete pipe', 41, 'delete_pipe');
INSERT INTO public.auth_permission VALUES (164, 'Can view pipe', 41, 'view_pipe');
INSERT INTO public.auth_permission VALUES (165, 'Can add resource', 42, 'add_resource');
INSERT INTO public.auth_permission VALUES (166, 'Can change resource', 42, 'change_resource');
INSERT INTO public.auth_permission VALUES (167, 'Can delete resource', 42, 'delete_resource');
INSERT INTO public.auth_permission VALUES (168, 'Can view resource', 42, 'view_resource');
INSERT INTO public.auth_permission VALUES (169, 'Can add saved view', 43, 'add_savedview');
INSERT INTO public.auth_permission VALUES (170, 'Can change saved view', 43, 'change_savedview');
INSERT INTO public.auth_permission VALUES (171, 'Can delete saved view', 43, 'delete_savedview');
INSERT INTO public.auth_permission VALUES (172, 'Can view saved view', 43, 'view_savedview');
INSERT INTO public.auth_permission VALUES (173, 'Can add source', 44, 'add_source');
INSERT INTO public.auth_permission VALUES (174, 'Can change source', 44, 'change_source');
INSERT INTO public.auth_permission VALUES (175, 'Can delete source', 44, 'delete_source');
INSERT INTO public.auth_permission VALUES (176, 'Can view source', 44, 'view_source');
INSERT INTO public.auth_permission VALUES (177, 'Can add succession', 45, 'add_succession');
INSERT INTO public.auth_permission VALUES (178, 'Can change succession', 45, 'change_succession');
INSERT INTO public.auth_permission VALUES (179, 'Can delete succession', 45, 'delete_succession');
INSERT INTO public.auth_permission VALUES (180, 'Can view succession', 45, 'view_succession');
INSERT INTO public.auth_permission VALUES (181, 'Can add unit', 46, 'add_unit');
INSERT INTO public.auth_permission VALUES (182, 'Can change unit', 46, 'change_unit');
INSERT INTO public.auth_permission VALUES (183, 'Can delete unit', 46, 'delete_unit');
INSERT INTO public.auth_permission VALUES (184, 'Can view unit', 46, 'view_unit');
INSERT INTO public.auth_permission VALUES (185, 'Can add assessment', 47, 'add_assessment');
INSERT INTO public.auth_permission VALUES (186, 'Can change assessment', 47, 'change_assessment');
INSERT INTO public.auth_permission VALUES (187, 'Can delete assessment', 47, 'delete_assessment');
INSERT INTO public.auth_permission VALUES (188, 'Can view assessment', 47, 'view_assessment');
INSERT INTO public.auth_permission VALUES (189, 'Can add api token', 48, 'add_apitoken');
INSERT INTO public.auth_permission VALUES (190, 'Can change api token', 48, 'change_apitoken');
INSERT INTO public.auth_permission VALUES (191, 'Can delete api token', 48, 'delete_apitoken');
INSERT INTO public.auth_permission VALUES (192, 'Can view api token', 48, 'view_apitoken');
INSERT INTO public.auth_permission VALUES (193, 'Can add generation', 49, 'add_generation');
INSERT INTO public.auth_permission VALUES (194, 'Can change generation', 49, 'change_generation');
INSERT INTO public.auth_permission VALUES (195, 'Can delete generation', 49, 'delete_generation');
INSERT INTO public.auth_permission VALUES (196, 'Can view generation', 49, 'view_generation');
INSERT INTO public.auth_permission VALUES (197, 'Can add outline', 50, 'add_outline');
INSERT INTO public.auth_permission VALUES (198, 'Can change outline', 50, 'change_outline');
INSERT INTO public.auth_permission VALUES (199, 'Can delete outline', 50, 'delete_outline');
INSERT INTO public.auth_permission VALUES (200, 'Can view outline', 50, 'view_outline');
INSERT INTO public.auth_permission VALUES (201, 'Can add known column', 51, 'add_knowncolumn');
INSERT INTO public.auth_permission VALUES (202, 'Can change known column', 51, 'change_knowncolumn');
INSERT INTO public.auth_permission VALUES (203, 'Can delete known column', 51, 'delete_knowncolumn');
INSERT INTO public.auth_permission VALUES (204, 'Can view known column', 51, 'view_knowncolumn');
INSERT INTO public.auth_permission VALUES (205, 'Can add special day', 52, 'add_specialday');
INSERT INTO public.auth_permission VALUES (206, 'Can change special day', 52, 'change_specialday');
INSERT INTO public.auth_permission VALUES (207, 'Can delete special day', 52, 'delete_specialday');
INSERT INTO public.auth_permission VALUES (208, 'Can view special day', 52, 'view_specialday');
INSERT INTO public.auth_permission VALUES (209, 'Can add term', 53, 'add_term');
INSERT INTO public.auth_permission VALUES (210, 'Can change term', 53, 'change_term');
INSERT INTO public.auth_permission VALUES (211, 'Can delete term', 53, 'delete_term');
INSERT INTO public.auth_permission VALUES (212, 'Can view term', 53, 'view_term');
INSERT INTO public.auth_permission VALUES (213, 'Can add chosen reading', 54, 'add_chosenreading');
INSERT INTO public.auth_permission VALUES (214, 'Can change chosen reading', 54, 'change_chosenreading');
INSERT INTO public.auth_permission VALUES (215, 'Can delete chosen reading', 54, 'delete_chosenreading');
INSERT INTO public.auth_permission VALUES (216, 'Can view chosen reading', 54, 'view_chosenreading');
INSERT INTO public.auth_permission VALUES (217, 'Can add reading trial', 55, 'add_readingtrial');
INSERT INTO public.auth_permission VALUES (218, 'Can change reading trial', 55, 'change_readingtrial');
INSERT INTO public.auth_permission VALUES (219, 'Can delete reading trial', 55, 'delete_readingtrial');
INSERT INTO public.auth_permission VALUES (220, 'Can view reading trial', 55, 'view_readingtrial');
INSERT INTO public.auth_permission VALUES (221, 'Can add entry failure', 56, 'add_entryfailure');
INSERT INTO public.auth_permission VALUES (222, 'Can change entry failure', 56, 'change_entryfailure');
INSERT INTO public.auth_permission VALUES (223, 'Can delete entry failure', 56, 'delete_entryfailure');
INSERT INTO public.auth_permission VALUES (224, 'Can view entry failure', 56, 'view_entryfailure');
INSERT INTO public.auth_permission VALUES (225, 'Can add one time code', 57, 'add_onetimecode');
INSERT INTO public.auth_permission VALUES (226, 'Can change one time code', 57, 'change_onetimecode');
INSERT INTO public.auth_permission VALUES (227, 'Can delete one time code', 57, 'delete_onetimecode');
INSERT INTO public.auth_permission VALUES (228, 'Can view one time code', 57, 'view_onetimecode');
INSERT INTO public.auth_permission VALUES (229, 'Can add resident session', 58, 'add_residentsession');
INSERT INTO public.auth_permission VALUES (230, 'Can change resident session', 58, 'change_residentsession');
INSERT INTO public.auth_permission VALUES (231, 'Can delete resident session', 58, 'delete_residentsession');
INSERT INTO public.auth_permission VALUES (232, 'Can view resident session', 58, 'view_residentsession');
INSERT INTO public.auth_permission VALUES (233, 'Can add entrance', 59, 'add_entrance');
INSERT INTO public.auth_permission VALUES (234, 'Can change entrance', 59, 'change_entrance');
INSERT INTO public.auth_permission VALUES (235, 'Can delete entrance', 59, 'delete_entrance');
INSERT INTO public.auth_permission VALUES (236, 'Can view entrance', 59, 'view_entrance');
INSERT INTO public.auth_permission VALUES (237, 'Can add household code', 60, 'add_householdcode');
INSERT INTO public.auth_permission VALUES (238, 'Can change household code', 60, 'change_householdcode');
INSERT INTO public.auth_permission VALUES (239, 'Can delete household code', 60, 'delete_householdcode');
INSERT INTO public.auth_permission VALUES (240, 'Can view household code', 60, 'view_householdcode');
INSERT INTO public.auth_permission VALUES (241, 'Can add vote', 61, 'add_vote');
INSERT INTO public.auth_permission VALUES (242, 'Can change vote', 61, 'change_vote');
INSERT INTO public.auth_permission VALUES (243, 'Can delete vote', 61, 'delete_vote');
INSERT INTO public.auth_permission VALUES (244, 'Can view vote', 61, 'view_vote');
INSERT INTO public.auth_permission VALUES (245, 'Can add roll flat', 62, 'add_rollflat');
INSERT INTO public.auth_permission VALUES (246, 'Can change roll flat', 62, 'change_rollflat');
INSERT INTO public.auth_permission VALUES (247, 'Can delete roll flat', 62, 'delete_rollflat');
INSERT INTO public.auth_permission VALUES (248, 'Can view roll flat', 62, 'view_rollflat');
INSERT INTO public.auth_permission VALUES (249, 'Can add frozen roll', 63, 'add_frozenroll');
INSERT INTO public.auth_permission VALUES (250, 'Can change frozen roll', 63, 'change_frozenroll');
INSERT INTO public.auth_permission VALUES (251, 'Can delete frozen roll', 63, 'delete_frozenroll');
INSERT INTO public.auth_permission VALUES (252, 'Can view frozen roll', 63, 'view_frozenroll');
INSERT INTO public.auth_permission VALUES (253, 'Can add paper entry', 64, 'add_paperentry');
INSERT INTO public.auth_permission VALUES (254, 'Can change paper entry', 64, 'change_paperentry');
INSERT INTO public.auth_permission VALUES (255, 'Can delete paper entry', 64, 'delete_paperentry');
INSERT INTO public.auth_permission VALUES (256, 'Can view paper entry', 64, 'view_paperentry');
INSERT INTO public.auth_permission VALUES (257, 'Can add vote result', 65, 'add_voteresult');
INSERT INTO public.auth_permission VALUES (258, 'Can change vote result', 65, 'change_voteresult');
INSERT INTO public.auth_permission VALUES (259, 'Can delete vote result', 65, 'delete_voteresult');
INSERT INTO public.auth_permission VALUES (260, 'Can view vote result', 65, 'view_voteresult');
INSERT INTO public.auth_permission VALUES (261, 'Can add ballot', 66, 'add_ballot');
INSERT INTO public.auth_permission VALUES (262, 'Can change ballot', 66, 'change_ballot');
INSERT INTO public.auth_permission VALUES (263, 'Can delete ballot', 66, 'delete_ballot');
INSERT INTO public.auth_permission VALUES (264, 'Can view ballot', 66, 'view_ballot');
INSERT INTO public.auth_permission VALUES (265, 'Can add notice', 67, 'add_notice');
INSERT INTO public.auth_permission VALUES (266, 'Can change notice', 67, 'change_notice');
INSERT INTO public.auth_permission VALUES (267, 'Can delete notice', 67, 'delete_notice');
INSERT INTO public.auth_permission VALUES (268, 'Can view notice', 67, 'view_notice');
INSERT INTO public.auth_permission VALUES (269, 'Can add notice seen', 68, 'add_noticeseen');
INSERT INTO public.auth_permission VALUES (270, 'Can change notice seen', 68, 'change_noticeseen');
INSERT INTO public.auth_permission VALUES (271, 'Can delete notice seen', 68, 'delete_noticeseen');
INSERT INTO public.auth_permission VALUES (272, 'Can view notice seen', 68, 'view_noticeseen');
INSERT INTO public.auth_permission VALUES (273, 'Can add objection', 69, 'add_objection');
INSERT INTO public.auth_permission VALUES (274, 'Can change objection', 69, 'change_objection');
INSERT INTO public.auth_permission VALUES (275, 'Can delete objection', 69, 'delete_objection');
INSERT INTO public.auth_permission VALUES (276, 'Can view objection', 69, 'view_objection');
INSERT INTO public.auth_permission VALUES (277, 'Can add roll import', 70, 'add_rollimport');
INSERT INTO public.auth_permission VALUES (278, 'Can change roll import', 70, 'change_rollimport');
INSERT INTO public.auth_permission VALUES (279, 'Can delete roll import', 70, 'delete_rollimport');
INSERT INTO public.auth_permission VALUES (280, 'Can view roll import', 70, 'view_rollimport');
INSERT INTO public.auth_permission VALUES (281, 'Can add helper', 71, 'add_helper');
INSERT INTO public.auth_permission VALUES (282, 'Can change helper', 71, 'change_helper');
INSERT INTO public.auth_permission VALUES (283, 'Can delete helper', 71, 'delete_helper');
INSERT INTO public.auth_permission VALUES (284, 'Can view helper', 71, 'view_helper');
INSERT INTO public.auth_permission VALUES (285, 'Can add clearing', 72, 'add_clearing');
INSERT INTO public.auth_permission VALUES (286, 'Can change clearing', 72, 'change_clearing');
INSERT INTO public.auth_permission VALUES (287, 'Can delete clearing', 72, 'delete_clearing');
INSERT INTO public.auth_permission VALUES (288, 'Can view clearing', 72, 'view_clearing');
INSERT INTO public.auth_permission VALUES (289, 'Can add let go', 73, 'add_letgo');
INSERT INTO public.auth_permission VALUES (290, 'Can change let go', 73, 'change_letgo');
INSERT INTO public.auth_permission VALUES (291, 'Can delete let go', 73, 'delete_letgo');
INSERT INTO public.auth_permission VALUES (292, 'Can view let go', 73, 'view_letgo');
INSERT INTO public.auth_permission VALUES (293, 'Can add kept days', 74, 'add_keptdays');
INSERT INTO public.auth_permission VALUES (294, 'Can change kept days', 74, 'change_keptdays');
INSERT INTO public.auth_permission VALUES (295, 'Can delete kept days', 74, 'delete_keptdays');
INSERT INTO public.auth_permission VALUES (296, 'Can view kept days', 74, 'view_keptdays');
INSERT INTO public.auth_permission VALUES (297, 'Can add consent', 75, 'add_consent');
INSERT INTO public.auth_permission VALUES (298, 'Can change consent', 75, 'change_consent');
INSERT INTO public.auth_permission VALUES (299, 'Can delete consent', 75, 'delete_consent');
INSERT INTO public.auth_permission VALUES (300, 'Can view consent', 75, 'view_consent');
INSERT INTO public.auth_permission VALUES (301, 'Can add personal request', 76, 'add_personalrequest');
INSERT INTO public.auth_permission VALUES (302, 'Can change personal request', 76, 'change_personalrequest');
INSERT INTO public.auth_permission VALUES (303, 'Can delete personal request', 76, 'delete_personalrequest');
INSERT INTO public.auth_permission VALUES (304, 'Can view personal request', 76, 'view_personalrequest');
INSERT INTO public.auth_permission VALUES (305, 'Can add survey', 77, 'add_survey');
INSERT INTO public.auth_permission VALUES (306, 'Can change survey', 77, 'change_survey');
INSERT INTO public.auth_permission VALUES (521, 'Can add place', 131, 'add_place');
INSERT INTO public.auth_permission VALUES (307, 'Can delete survey', 77, 'delete_survey');
INSERT INTO public.auth_permission VALUES (308, 'Can view survey', 77, 'view_survey');
INSERT INTO public.auth_permission VALUES (309, 'Can add answer', 78, 'add_answer');
INSERT INTO public.auth_permission VALUES (310, 'Can change answer', 78, 'change_answer');
INSERT INTO public.auth_permission VALUES (311, 'Can delete answer', 78, 'delete_answer');
INSERT INTO public.auth_permission VALUES (312, 'Can view answer', 78, 'view_answer');
INSERT INTO public.auth_permission VALUES (313, 'Can add version', 79, 'add_version');
INSERT INTO public.auth_permission VALUES (314, 'Can change version', 79, 'change_version');
INSERT INTO public.auth_permission VALUES (315, 'Can delete version', 79, 'delete_version');
INSERT INTO public.auth_permission VALUES (316, 'Can view version', 79, 'view_version');
INSERT INTO public.auth_permission VALUES (317, 'Can add submission', 80, 'add_submission');
INSERT INTO public.auth_permission VALUES (318, 'Can change submission', 80, 'change_submission');
INSERT INTO public.auth_permission VALUES (319, 'Can delete submission', 80, 'delete_submission');
INSERT INTO public.auth_permission VALUES (320, 'Can view submission', 80, 'view_submission');
INSERT INTO public.auth_permission VALUES (321, 'Can add answer file', 81, 'add_answerfile');
INSERT INTO public.auth_permission VALUES (322, 'Can change answer file', 81, 'change_answerfile');
INSERT INTO public.auth_permission VALUES (323, 'Can delete answer file', 81, 'delete_answerfile');
INSERT INTO public.auth_permission VALUES (324, 'Can view answer file', 81, 'view_answerfile');
INSERT INTO public.auth_permission VALUES (325, 'Can add figures', 82, 'add_figures');
INSERT INTO public.auth_permission VALUES (326, 'Can change figures', 82, 'change_figures');
INSERT INTO public.auth_permission VALUES (327, 'Can delete figures', 82, 'delete_figures');
INSERT INTO public.auth_permission VALUES (328, 'Can view figures', 82, 'view_figures');
INSERT INTO public.auth_permission VALUES (329, 'Can add demand', 83, 'add_demand');
INSERT INTO public.auth_permission VALUES (330, 'Can change demand', 83, 'change_demand');
INSERT INTO public.auth_permission VALUES (331, 'Can delete demand', 83, 'delete_demand');
INSERT INTO public.auth_permission VALUES (332, 'Can view demand', 83, 'view_demand');
INSERT INTO public.auth_permission VALUES (333, 'Can add ticket import', 84, 'add_ticketimport');
INSERT INTO public.auth_permission VALUES (334, 'Can change ticket import', 84, 'change_ticketimport');
INSERT INTO public.auth_permission VALUES (335, 'Can delete ticket import', 84, 'delete_ticketimport');
INSERT INTO public.auth_permission VALUES (336, 'Can view ticket import', 84, 'view_ticketimport');
INSERT INTO public.auth_permission VALUES (337, 'Can add band', 85, 'add_band');
INSERT INTO public.auth_permission VALUES (338, 'Can change band', 85, 'change_band');
INSERT INTO public.auth_permission VALUES (339, 'Can delete band', 85, 'delete_band');
INSERT INTO public.auth_permission VALUES (340, 'Can view band', 85, 'view_band');
INSERT INTO public.auth_permission VALUES (341, 'Can add demand step', 86, 'add_demandstep');
INSERT INTO public.auth_permission VALUES (342, 'Can change demand step', 86, 'change_demandstep');
INSERT INTO public.auth_permission VALUES (343, 'Can delete demand step', 86, 'delete_demandstep');
INSERT INTO public.auth_permission VALUES (344, 'Can view demand step', 86, 'view_demandstep');
INSERT INTO public.auth_permission VALUES (345, 'Can add reception desk', 87, 'add_receptiondesk');
INSERT INTO public.auth_permission VALUES (346, 'Can change reception desk', 87, 'change_receptiondesk');
INSERT INTO public.auth_permission VALUES (347, 'Can delete reception desk', 87, 'delete_receptiondesk');
INSERT INTO public.auth_permission VALUES (348, 'Can view reception desk', 87, 'view_receptiondesk');
INSERT INTO public.auth_permission VALUES (349, 'Can add owners body', 88, 'add_ownersbody');
INSERT INTO public.auth_permission VALUES (350, 'Can change owners body', 88, 'change_ownersbody');
INSERT INTO public.auth_permission VALUES (351, 'Can delete owners body', 88, 'delete_ownersbody');
INSERT INTO public.auth_permission VALUES (352, 'Can view owners body', 88, 'view_ownersbody');
INSERT INTO public.auth_permission VALUES (353, 'Can add body step', 89, 'add_bodystep');
INSERT INTO public.auth_permission VALUES (354, 'Can change body step', 89, 'change_bodystep');
INSERT INTO public.auth_permission VALUES (355, 'Can delete body step', 89, 'delete_bodystep');
INSERT INTO public.auth_permission VALUES (356, 'Can view body step', 89, 'view_bodystep');
INSERT INTO public.auth_permission VALUES (357, 'Can add property service', 90, 'add_propertyservice');
INSERT INTO public.auth_permission VALUES (358, 'Can change property service', 90, 'change_propertyservice');
INSERT INTO public.auth_permission VALUES (359, 'Can delete property service', 90, 'delete_propertyservice');
INSERT INTO public.auth_permission VALUES (360, 'Can view property service', 90, 'view_propertyservice');
INSERT INTO public.auth_permission VALUES (361, 'Can add residents part', 91, 'add_residentspart');
INSERT INTO public.auth_permission VALUES (362, 'Can change residents part', 91, 'change_residentspart');
INSERT INTO public.auth_permission VALUES (363, 'Can delete residents part', 91, 'delete_residentspart');
INSERT INTO public.auth_permission VALUES (364, 'Can view residents part', 91, 'view_residentspart');
INSERT INTO public.auth_permission VALUES (365, 'Can add seat', 92, 'add_seat');
INSERT INTO public.auth_permission VALUES (366, 'Can change seat', 92, 'change_seat');
INSERT INTO public.auth_permission VALUES (367, 'Can delete seat', 92, 'delete_seat');
INSERT INTO public.auth_permission VALUES (368, 'Can view seat', 92, 'view_seat');
INSERT INTO public.auth_permission VALUES (369, 'Can add service entry', 93, 'add_serviceentry');
INSERT INTO public.auth_permission VALUES (370, 'Can change service entry', 93, 'change_serviceentry');
INSERT INTO public.auth_permission VALUES (371, 'Can delete service entry', 93, 'delete_serviceentry');
INSERT INTO public.auth_permission VALUES (372, 'Can view service entry', 93, 'view_serviceentry');
INSERT INTO public.auth_permission VALUES (373, 'Can add service step', 94, 'add_servicestep');
INSERT INTO public.auth_permission VALUES (374, 'Can change service step', 94, 'change_servicestep');
INSERT INTO public.auth_permission VALUES (375, 'Can delete service step', 94, 'delete_servicestep');
INSERT INTO public.auth_permission VALUES (376, 'Can view service step', 94, 'view_servicestep');
INSERT INTO public.auth_permission VALUES (377, 'Can add contribution', 95, 'add_contribution');
INSERT INTO public.auth_permission VALUES (378, 'Can change contribution', 95, 'change_contribution');
INSERT INTO public.auth_permission VALUES (379, 'Can delete contribution', 95, 'delete_contribution');
INSERT INTO public.auth_permission VALUES (380, 'Can view contribution', 95, 'view_contribution');
INSERT INTO public.auth_permission VALUES (381, 'Can add series', 96, 'add_series');
INSERT INTO public.auth_permission VALUES (382, 'Can change series', 96, 'change_series');
INSERT INTO public.auth_permission VALUES (383, 'Can delete series', 96, 'delete_series');
INSERT INTO public.auth_permission VALUES (384, 'Can view series', 96, 'view_series');
INSERT INTO public.auth_permission VALUES (385, 'Can add project', 97, 'add_project');
INSERT INTO public.auth_permission VALUES (386, 'Can change project', 97, 'change_project');
INSERT INTO public.auth_permission VALUES (387, 'Can delete project', 97, 'delete_project');
INSERT INTO public.auth_permission VALUES (388, 'Can view project', 97, 'view_project');
INSERT INTO public.auth_permission VALUES (389, 'Can add notice', 98, 'add_notice');
INSERT INTO public.auth_permission VALUES (390, 'Can change notice', 98, 'change_notice');
INSERT INTO public.auth_permission VALUES (391, 'Can delete notice', 98, 'delete_notice');
INSERT INTO public.auth_permission VALUES (392, 'Can view notice', 98, 'view_notice');
INSERT INTO public.auth_permission VALUES (393, 'Can add task', 99, 'add_task');
INSERT INTO public.auth_permission VALUES (394, 'Can change task', 99, 'change_task');
INSERT INTO public.auth_permission VALUES (395, 'Can delete task', 99, 'delete_task');
INSERT INTO public.auth_permission VALUES (396, 'Can view task', 99, 'view_task');
INSERT INTO public.auth_permission VALUES (397, 'Can add application', 100, 'add_application');
INSERT INTO public.auth_permission VALUES (398, 'Can change application', 100, 'change_application');
INSERT INTO public.auth_permission VALUES (399, 'Can delete application', 100, 'delete_application');
INSERT INTO public.auth_permission VALUES (400, 'Can view application', 100, 'view_application');
INSERT INTO public.auth_permission VALUES (401, 'Can add attachment', 101, 'add_attachment');
INSERT INTO public.auth_permission VALUES (402, 'Can change attachment', 101, 'change_attachment');
INSERT INTO public.auth_permission VALUES (403, 'Can delete attachment', 101, 'delete_attachment');
INSERT INTO public.auth_permission VALUES (404, 'Can view attachment', 101, 'view_attachment');
INSERT INTO public.auth_permission VALUES (405, 'Can add step', 102, 'add_step');
INSERT INTO public.auth_permission VALUES (406, 'Can change step', 102, 'change_step');
INSERT INTO public.auth_permission VALUES (407, 'Can delete step', 102, 'delete_step');
INSERT INTO public.auth_permission VALUES (408, 'Can view step', 102, 'view_step');
INSERT INTO public.auth_permission VALUES (409, 'Can add works', 103, 'add_works');
INSERT INTO public.auth_permission VALUES (410, 'Can change works', 103, 'change_works');
INSERT INTO public.auth_permission VALUES (411, 'Can delete works', 103, 'delete_works');
INSERT INTO public.auth_permission VALUES (413, 'Can add evidence', 104, 'add_evidence');
INSERT INTO public.auth_permission VALUES (414, 'Can change evidence', 104, 'change_evidence');
INSERT INTO public.auth_permission VALUES (415, 'Can delete evidence', 104, 'delete_evidence');
INSERT INTO public.auth_permission VALUES (416, 'Can view evidence', 104, 'view_evidence');
INSERT INTO public.auth_permission VALUES (417, 'Can add claim', 105, 'add_claim');
INSERT INTO public.auth_permission VALUES (418, 'Can change claim', 105, 'change_claim');
INSERT INTO public.auth_permission VALUES (419, 'Can delete claim', 105, 'delete_claim');
INSERT INTO public.auth_permission VALUES (420, 'Can view claim', 105, 'view_claim');
INSERT INTO public.auth_permission VALUES (421, 'Can add menu choice', 106, 'add_menuchoice');
INSERT INTO public.auth_permission VALUES (422, 'Can change menu choice', 106, 'change_menuchoice');
INSERT INTO public.auth_permission VALUES (423, 'Can delete menu choice', 106, 'delete_menuchoice');
INSERT INTO public.auth_permission VALUES (424, 'Can view menu choice', 106, 'view_menuchoice');
INSERT INTO public.auth_permission VALUES (425, 'Can add override', 107, 'add_override');
INSERT INTO public.auth_permission VALUES (426, 'Can change override', 107, 'change_override');
INSERT INTO public.auth_permission VALUES (427, 'Can delete override', 107, 'delete_override');
INSERT INTO public.auth_permission VALUES (428, 'Can view override', 107, 'view_override');
INSERT INTO public.auth_permission VALUES (429, 'Can add gate state', 108, 'add_gatestate');
INSERT INTO public.auth_permission VALUES (430, 'Can change gate state', 108, 'change_gatestate');
INSERT INTO public.auth_permission VALUES (431, 'Can delete gate state', 108, 'delete_gatestate');
INSERT INTO public.auth_permission VALUES (432, 'Can view gate state', 108, 'view_gatestate');
INSERT INTO public.auth_permission VALUES (433, 'Can add gate event', 109, 'add_gateevent');
INSERT INTO public.auth_permission VALUES (434, 'Can change gate event', 109, 'change_gateevent');
INSERT INTO public.auth_permission VALUES (435, 'Can delete gate event', 109, 'delete_gateevent');
INSERT INTO public.auth_permission VALUES (436, 'Can view gate event', 109, 'view_gateevent');
INSERT INTO public.auth_permission VALUES (437, 'Can add design', 110, 'add_design');
INSERT INTO public.auth_permission VALUES (438, 'Can change design', 110, 'change_design');
INSERT INTO public.auth_permission VALUES (439, 'Can delete design', 110, 'delete_design');
INSERT INTO public.auth_permission VALUES (440, 'Can view design', 110, 'view_design');
INSERT INTO public.auth_permission VALUES (441, 'Can add design file', 111, 'add_designfile');
INSERT INTO public.auth_permission VALUES (442, 'Can change design file', 111, 'change_designfile');
INSERT INTO public.auth_permission VALUES (443, 'Can delete design file', 111, 'delete_designfile');
INSERT INTO public.auth_permission VALUES (444, 'Can view design file', 111, 'view_designfile');
INSERT INTO public.auth_permission VALUES (445, 'Can add opinion', 112, 'add_opinion');
INSERT INTO public.auth_permission VALUES (446, 'Can change opinion', 112, 'change_opinion');
INSERT INTO public.auth_permission VALUES (447, 'Can delete opinion', 112, 'delete_opinion');
INSERT INTO public.auth_permission VALUES (448, 'Can view opinion', 112, 'view_opinion');
INSERT INTO public.auth_permission VALUES (449, 'Can add remark', 113, 'add_remark');
INSERT INTO public.auth_permission VALUES (450, 'Can change remark', 113, 'change_remark');
INSERT INTO public.auth_permission VALUES (451, 'Can delete remark', 113, 'delete_remark');
INSERT INTO public.auth_permission VALUES (452, 'Can view remark', 113, 'view_remark');
INSERT INTO public.auth_permission VALUES (453, 'Can add answer', 114, 'add_answer');
INSERT INTO public.auth_permission VALUES (454, 'Can change answer', 114, 'change_answer');
INSERT INTO public.auth_permission VALUES (455, 'Can delete answer', 114, 'delete_answer');
INSERT INTO public.auth_permission VALUES (456, 'Can view answer', 114, 'view_answer');
INSERT INTO public.auth_permission VALUES (457, 'Can add review', 115, 'add_review');
INSERT INTO public.auth_permission VALUES (458, 'Can change review', 115, 'change_review');
INSERT INTO public.auth_permission VALUES (459, 'Can delete review', 115, 'delete_review');
INSERT INTO public.auth_permission VALUES (460, 'Can view review', 115, 'view_review');
INSERT INTO public.auth_permission VALUES (461, 'Can add whistle', 116, 'add_whistle');
INSERT INTO public.auth_permission VALUES (462, 'Can change whistle', 116, 'change_whistle');
INSERT INTO public.auth_permission VALUES (463, 'Can delete whistle', 116, 'delete_whistle');
INSERT INTO public.auth_permission VALUES (464, 'Can view whistle', 116, 'view_whistle');
INSERT INTO public.auth_permission VALUES (465, 'Can add call', 117, 'add_call');
INSERT INTO public.auth_permission VALUES (466, 'Can change call', 117, 'change_call');
INSERT INTO public.auth_permission VALUES (467, 'Can delete call', 117, 'delete_call');
INSERT INTO public.auth_permission VALUES (468, 'Can view call', 117, 'view_call');
INSERT INTO public.auth_permission VALUES (469, 'Can add whistle step', 118, 'add_whistlestep');
INSERT INTO public.auth_permission VALUES (470, 'Can change whistle step', 118, 'change_whistlestep');
INSERT INTO public.auth_permission VALUES (471, 'Can delete whistle step', 118, 'delete_whistlestep');
INSERT INTO public.auth_permission VALUES (472, 'Can view whistle step', 118, 'view_whistlestep');
INSERT INTO public.auth_permission VALUES (473, 'Can add practice', 119, 'add_practice');
INSERT INTO public.auth_permission VALUES (474, 'Can change practice', 119, 'change_practice');
INSERT INTO public.auth_permission VALUES (475, 'Can delete practice', 119, 'delete_practice');
INSERT INTO public.auth_permission VALUES (476, 'Can view practice', 119, 'view_practice');
INSERT INTO public.auth_permission VALUES (477, 'Can add adoption', 120, 'add_adoption');
INSERT INTO public.auth_permission VALUES (478, 'Can change adoption', 120, 'change_adoption');
INSERT INTO public.auth_permission VALUES (479, 'Can delete adoption', 120, 'delete_adoption');
INSERT INTO public.auth_permission VALUES (480, 'Can view adoption', 120, 'view_adoption');
INSERT INTO public.auth_permission VALUES (481, 'Can add step taken', 121, 'add_steptaken');
INSERT INTO public.auth_permission VALUES (482, 'Can change step taken', 121, 'change_steptaken');
INSERT INTO public.auth_permission VALUES (483, 'Can delete step taken', 121, 'delete_steptaken');
INSERT INTO public.auth_permission VALUES (484, 'Can view step taken', 121, 'view_steptaken');
INSERT INTO public.auth_permission VALUES (485, 'Can add part proof', 122, 'add_partproof');
INSERT INTO public.auth_permission VALUES (486, 'Can change part proof', 122, 'change_partproof');
INSERT INTO public.auth_permission VALUES (487, 'Can delete part proof', 122, 'delete_partproof');
INSERT INTO public.auth_permission VALUES (488, 'Can view part proof', 122, 'view_partproof');
INSERT INTO public.auth_permission VALUES (489, 'Can add choosing', 123, 'add_choosing');
INSERT INTO public.auth_permission VALUES (490, 'Can change choosing', 123, 'change_choosing');
INSERT INTO public.auth_permission VALUES (491, 'Can delete choosing', 123, 'delete_choosing');
INSERT INTO public.auth_permission VALUES (492, 'Can view choosing', 123, 'view_choosing');
INSERT INTO public.auth_permission VALUES (493, 'Can add choosing item', 124, 'add_choosingitem');
INSERT INTO public.auth_permission VALUES (494, 'Can change choosing item', 124, 'change_choosingitem');
INSERT INTO public.auth_permission VALUES (495, 'Can delete choosing item', 124, 'delete_choosingitem');
INSERT INTO public.auth_permission VALUES (496, 'Can view choosing item', 124, 'view_choosingitem');
INSERT INTO public.auth_permission VALUES (497, 'Can add run', 125, 'add_run');
INSERT INTO public.auth_permission VALUES (498, 'Can change run', 125, 'change_run');
INSERT INTO public.auth_permission VALUES (499, 'Can delete run', 125, 'delete_run');
INSERT INTO public.auth_permission VALUES (500, 'Can view run', 125, 'view_run');
INSERT INTO public.auth_permission VALUES (501, 'Can add plan', 126, 'add_plan');
INSERT INTO public.auth_permission VALUES (502, 'Can change plan', 126, 'change_plan');
INSERT INTO public.auth_permission VALUES (503, 'Can delete plan', 126, 'delete_plan');
INSERT INTO public.auth_permission VALUES (504, 'Can view plan', 126, 'view_plan');
INSERT INTO public.auth_permission VALUES (505, 'Can add change', 127, 'add_change');
INSERT INTO public.auth_permission VALUES (506, 'Can change change', 127, 'change_change');
INSERT INTO public.auth_permission VALUES (507, 'Can delete change', 127, 'delete_change');
INSERT INTO public.auth_permission VALUES (508, 'Can view change', 127, 'view_change');
INSERT INTO public.auth_permission VALUES (509, 'Can add result', 128, 'add_result');
INSERT INTO public.auth_permission VALUES (510, 'Can change result', 128, 'change_result');
INSERT INTO public.auth_permission VALUES (511, 'Can delete result', 128, 'delete_result');
INSERT INTO public.auth_permission VALUES (512, 'Can view result', 128, 'view_result');
INSERT INTO public.auth_permission VALUES (513, 'Can add scenario', 129, 'add_scenario');
INSERT INTO public.auth_permission VALUES (514, 'Can change scenario', 129, 'change_scenario');
INSERT INTO public.auth_permission VALUES (515, 'Can delete scenario', 129, 'delete_scenario');
INSERT INTO public.auth_permission VALUES (516, 'Can view scenario', 129, 'view_scenario');
INSERT INTO public.auth_permission VALUES (517, 'Can add trial', 130, 'add_trial');
INSERT INTO public.auth_permission VALUES (518, 'Can change trial', 130, 'change_trial');
INSERT INTO public.auth_permission VALUES (519, 'Can delete trial', 130, 'delete_trial');
INSERT INTO public.auth_permission VALUES (520, 'Can view trial', 130, 'view_trial');
INSERT INTO public.auth_permission VALUES (522, 'Can change place', 131, 'change_place');
INSERT INTO public.auth_permission VALUES (523, 'Can delete place', 131, 'delete_place');
INSERT INTO public.auth_permission VALUES (524, 'Can view place', 131, 'view_place');
INSERT INTO public.auth_permission VALUES (525, 'Can add search prices', 132, 'add_searchprices');
INSERT INTO public.auth_permission VALUES (526, 'Can change search prices', 132, 'change_searchprices');
INSERT INTO public.auth_permission VALUES (527, 'Can delete search prices', 132, 'delete_searchprices');
INSERT INTO public.auth_permission VALUES (528, 'Can view search prices', 132, 'view_searchprices');
INSERT INTO public.auth_permission VALUES (529, 'Can add item', 133, 'add_item');
INSERT INTO public.auth_permission VALUES (530, 'Can change item', 133, 'change_item');
INSERT INTO public.auth_permission VALUES (531, 'Can delete item', 133, 'delete_item');
INSERT INTO public.auth_permission VALUES (532, 'Can view item', 133, 'view_item');
INSERT INTO public.auth_permission VALUES (533, 'Can add assignment', 134, 'add_assignment');
INSERT INTO public.auth_permission VALUES (534, 'Can change assignment', 134, 'change_assignment');
INSERT INTO public.auth_permission VALUES (535, 'Can delete assignment', 134, 'delete_assignment');
INSERT INTO public.auth_permission VALUES (536, 'Can view assignment', 134, 'view_assignment');
INSERT INTO public.auth_permission VALUES (537, 'Can add meeting', 135, 'add_meeting');
INSERT INTO public.auth_permission VALUES (538, 'Can change meeting', 135, 'change_meeting');
INSERT INTO public.auth_permission VALUES (539, 'Can delete meeting', 135, 'delete_meeting');
INSERT INTO public.auth_permission VALUES (540, 'Can view meeting', 135, 'view_meeting');
INSERT INTO public.auth_permission VALUES (541, 'Can add paper', 136, 'add_paper');
INSERT INTO public.auth_permission VALUES (542, 'Can change paper', 136, 'change_paper');
INSERT INTO public.auth_permission VALUES (543, 'Can delete paper', 136, 'delete_paper');
INSERT INTO public.auth_permission VALUES (544, 'Can view paper', 136, 'view_paper');
INSERT INTO public.auth_permission VALUES (545, 'Can add partner', 137, 'add_partner');
INSERT INTO public.auth_permission VALUES (546, 'Can change partner', 137, 'change_partner');
INSERT INTO public.auth_permission VALUES (547, 'Can delete partner', 137, 'delete_partner');
INSERT INTO public.auth_permission VALUES (548, 'Can view partner', 137, 'view_partner');
INSERT INTO public.auth_permission VALUES (549, 'Can add report', 138, 'add_report');
INSERT INTO public.auth_permission VALUES (550, 'Can change report', 138, 'change_report');
INSERT INTO public.auth_permission VALUES (551, 'Can delete report', 138, 'delete_report');
INSERT INTO public.auth_permission VALUES (552, 'Can view report', 138, 'view_report');
INSERT INTO public.auth_permission VALUES (553, 'Can add seat', 139, 'add_seat');
INSERT INTO public.auth_permission VALUES (554, 'Can change seat', 139, 'change_seat');
INSERT INTO public.auth_permission VALUES (555, 'Can delete seat', 139, 'delete_seat');
INSERT INTO public.auth_permission VALUES (556, 'Can view seat', 139, 'view_seat');
INSERT INTO public.auth_permission VALUES (557, 'Can add duty report', 140, 'add_dutyreport');
INSERT INTO public.auth_permission VALUES (558, 'Can change duty report', 140, 'change_dutyreport');
INSERT INTO public.auth_permission VALUES (559, 'Can delete duty report', 140, 'delete_dutyreport');
INSERT INTO public.auth_permission VALUES (560, 'Can view duty report', 140, 'view_dutyreport');
INSERT INTO public.auth_permission VALUES (561, 'Can add unit', 141, 'add_unit');
INSERT INTO public.auth_permission VALUES (562, 'Can change unit', 141, 'change_unit');
INSERT INTO public.auth_permission VALUES (563, 'Can delete unit', 141, 'delete_unit');
INSERT INTO public.auth_permission VALUES (564, 'Can view unit', 141, 'view_unit');
INSERT INTO public.django_content_type VALUES (1, 'auth', 'permission');
INSERT INTO public.django_content_type VALUES (2, 'auth', 'group');
INSERT INTO public.django_content_type VALUES (3, 'contenttypes', 'contenttype');
INSERT INTO public.django_content_type VALUES (4, 'sessions', 'session');
INSERT INTO public.django_content_type VALUES (5, 'accounts', 'organisation');
INSERT INTO public.django_content_type VALUES (6, 'accounts', 'person');
INSERT INTO public.django_content_type VALUES (7, 'accounts', 'appointment');
INSERT INTO public.django_content_type VALUES (8, 'accounts', 'formerpassword');
INSERT INTO public.django_content_type VALUES (9, 'accounts', 'signedin');
INSERT INTO public.django_content_type VALUES (10, 'accounts', 'pace');
INSERT INTO public.django_content_type VALUES (11, 'account', 'emailaddress');
INSERT INTO public.django_content_type VALUES (12, 'account', 'emailconfirmation');
INSERT INTO public.django_content_type VALUES (13, 'mfa', 'authenticator');
INSERT INTO public.django_content_type VALUES (14, 'socialaccount', 'socialaccount');
INSERT INTO public.django_content_type VALUES (15, 'socialaccount', 'socialapp');
INSERT INTO public.django_content_type VALUES (16, 'socialaccount', 'socialtoken');
INSERT INTO public.django_content_type VALUES (17, 'axes', 'accessattempt');
INSERT INTO public.django_content_type VALUES (18, 'axes', 'accesslog');
INSERT INTO public.django_content_type VALUES (19, 'axes', 'accessfailurelog');
INSERT INTO public.django_content_type VALUES (20, 'axes', 'accessattemptexpiration');
INSERT INTO public.django_content_type VALUES (21, 'procrastinate', 'procrastinateevent');
INSERT INTO public.django_content_type VALUES (22, 'procrastinate', 'procrastinatejob');
INSERT INTO public.django_content_type VALUES (23, 'procrastinate', 'procrastinateperiodicdefer');
INSERT INTO public.django_content_type VALUES (24, 'procrastinate', 'procrastinateworker');
INSERT INTO public.django_content_type VALUES (25, 'audit', 'block');
INSERT INTO public.django_content_type VALUES (26, 'audit', 'waiting');
INSERT INTO public.django_content_type VALUES (27, 'audit', 'line');
INSERT INTO public.django_content_type VALUES (28, 'jobs', 'job');
INSERT INTO public.django_content_type VALUES (29, 'hooks', 'event');
INSERT INTO public.django_content_type VALUES (30, 'hooks', 'hook');
INSERT INTO public.django_content_type VALUES (31, 'hooks', 'delivery');
INSERT INTO public.django_content_type VALUES (32, 'registry', 'estate');
INSERT INTO public.django_content_type VALUES (33, 'registry', 'building');
INSERT INTO public.django_content_type VALUES (34, 'registry', 'change');
INSERT INTO public.django_content_type VALUES (35, 'registry', 'conflict');
INSERT INTO public.django_content_type VALUES (36, 'registry', 'dangerplan');
INSERT INTO public.django_content_type VALUES (37, 'registry', 'document');
INSERT INTO public.django_content_type VALUES (38, 'registry', 'household');
INSERT INTO public.django_content_type VALUES (39, 'registry', 'import');
INSERT INTO public.django_content_type VALUES (40, 'registry', 'party');
INSERT INTO public.django_content_type VALUES (41, 'registry', 'pipe');
INSERT INTO public.django_content_type VALUES (42, 'registry', 'resource');
INSERT INTO public.django_content_type VALUES (43, 'registry', 'savedview');
INSERT INTO public.django_content_type VALUES (44, 'registry', 'source');
INSERT INTO public.django_content_type VALUES (45, 'registry', 'succession');
INSERT INTO public.django_content_type VALUES (46, 'registry', 'unit');
INSERT INTO public.django_content_type VALUES (47, 'registry', 'assessment');
INSERT INTO public.django_content_type VALUES (48, 'registry', 'apitoken');
INSERT INTO public.django_content_type VALUES (49, 'registry', 'generation');
INSERT INTO public.django_content_type VALUES (50, 'registry', 'outline');
INSERT INTO public.django_content_type VALUES (51, 'registry', 'knowncolumn');
INSERT INTO public.django_content_type VALUES (52, 'registry', 'specialday');
INSERT INTO public.django_content_type VALUES (53, 'registry', 'term');
INSERT INTO public.django_content_type VALUES (54, 'registry', 'chosenreading');
INSERT INTO public.django_content_type VALUES (55, 'registry', 'readingtrial');
INSERT INTO public.django_content_type VALUES (56, 'participation', 'entryfailure');
INSERT INTO public.django_content_type VALUES (57, 'participation', 'onetimecode');
INSERT INTO public.django_content_type VALUES (58, 'participation', 'residentsession');
INSERT INTO public.django_content_type VALUES (59, 'participation', 'entrance');
INSERT INTO public.django_content_type VALUES (60, 'participation', 'householdcode');
INSERT INTO public.django_content_type VALUES (61, 'participation', 'vote');
INSERT INTO public.django_content_type VALUES (62, 'participation', 'rollflat');
INSERT INTO public.django_content_type VALUES (63, 'participation', 'frozenroll');
INSERT INTO public.django_content_type VALUES (64, 'participation', 'paperentry');
INSERT INTO public.django_content_type VALUES (65, 'participation', 'voteresult');
INSERT INTO public.django_content_type VALUES (66, 'participation', 'ballot');
INSERT INTO public.django_content_type VALUES (67, 'participation', 'notice');
INSERT INTO public.django_content_type VALUES (68, 'participation', 'noticeseen');
INSERT INTO public.django_content_type VALUES (69, 'participation', 'objection');
INSERT INTO public.django_content_type VALUES (70, 'participation', 'rollimport');
INSERT INTO public.django_content_type VALUES (71, 'participation', 'helper');
INSERT INTO public.django_content_type VALUES (72, 'participation', 'clearing');
INSERT INTO public.django_content_type VALUES (73, 'participation', 'letgo');
INSERT INTO public.django_content_type VALUES (74, 'participation', 'keptdays');
INSERT INTO public.django_content_type VALUES (75, 'participation', 'consent');
INSERT INTO public.django_content_type VALUES (76, 'participation', 'personalrequest');
INSERT INTO public.django_content_type VALUES (77, 'surveys', 'survey');
INSERT INTO public.django_content_type VALUES (78, 'surveys', 'answer');
INSERT INTO public.django_content_type VALUES (79, 'surveys', 'version');
INSERT INTO public.django_content_type VALUES (80, 'surveys', 'submission');
INSERT INTO public.django_content_type VALUES (81, 'surveys', 'answerfile');
INSERT INTO public.django_content_type VALUES (82, 'surveys', 'figures');
INSERT INTO public.django_content_type VALUES (83, 'demands', 'demand');
INSERT INTO public.django_content_type VALUES (84, 'demands', 'ticketimport');
INSERT INTO public.django_content_type VALUES (85, 'demands', 'band');
INSERT INTO public.django_content_type VALUES (86, 'demands', 'demandstep');
INSERT INTO public.django_content_type VALUES (87, 'demands', 'receptiondesk');
INSERT INTO public.django_content_type VALUES (88, 'owners', 'ownersbody');
INSERT INTO public.django_content_type VALUES (89, 'owners', 'bodystep');
INSERT INTO public.django_content_type VALUES (90, 'owners', 'propertyservice');
INSERT INTO public.django_content_type VALUES (91, 'owners', 'residentspart');
INSERT INTO public.django_content_type VALUES (92, 'owners', 'seat');
INSERT INTO public.django_content_type VALUES (93, 'owners', 'serviceentry');
INSERT INTO public.django_content_type VALUES (94, 'owners', 'servicestep');
INSERT INTO public.django_content_type VALUES (95, 'owners', 'contribution');
INSERT INTO public.django_content_type VALUES (96, 'projects', 'series');
INSERT INTO public.django_content_type VALUES (97, 'projects', 'project');
INSERT INTO public.django_content_type VALUES (98, 'projects', 'notice');
INSERT INTO public.django_content_type VALUES (99, 'projects', 'task');
INSERT INTO public.django_content_type VALUES (100, 'projects', 'application');
INSERT INTO public.django_content_type VALUES (101, 'projects', 'attachment');
INSERT INTO public.django_content_type VALUES (102, 'projects', 'step');
INSERT INTO public.django_content_type VALUES (103, 'projects', 'works');
INSERT INTO public.django_content_type VALUES (104, 'projects', 'evidence');
INSERT INTO public.django_content_type VALUES (105, 'projects', 'claim');
INSERT INTO public.django_content_type VALUES (106, 'projects', 'menuchoice');
INSERT INTO public.django_content_type VALUES (107, 'projects', 'override');
INSERT INTO public.django_content_type VALUES (108, 'projects', 'gatestate');
INSERT INTO public.django_content_type VALUES (109, 'projects', 'gateevent');
INSERT INTO public.django_content_type VALUES (110, 'projects', 'design');
INSERT INTO public.django_content_type VALUES (111, 'projects', 'designfile');
INSERT INTO public.django_content_type VALUES (112, 'projects', 'opinion');
INSERT INTO public.django_content_type VALUES (113, 'projects', 'remark');
INSERT INTO public.django_content_type VALUES (114, 'projects', 'answer');
INSERT INTO public.django_content_type VALUES (115, 'projects', 'review');
INSERT INTO public.django_content_type VALUES (116, 'projects', 'whistle');
INSERT INTO public.django_content_type VALUES (117, 'projects', 'call');
INSERT INTO public.django_content_type VALUES (118, 'projects', 'whistlestep');
INSERT INTO public.django_content_type VALUES (119, 'projects', 'practice');
INSERT INTO public.django_content_type VALUES (120, 'projects', 'adoption');
INSERT INTO public.django_content_type VALUES (121, 'projects', 'steptaken');
INSERT INTO public.django_content_type VALUES (122, 'projects', 'partproof');
INSERT INTO public.django_content_type VALUES (123, 'projects', 'choosing');
INSERT INTO public.django_content_type VALUES (124, 'projects', 'choosingitem');
INSERT INTO public.django_content_type VALUES (125, 'plans', 'run');
INSERT INTO public.django_content_type VALUES (126, 'plans', 'plan');
INSERT INTO public.django_content_type VALUES (127, 'plans', 'change');
INSERT INTO public.django_content_type VALUES (128, 'plans', 'result');
INSERT INTO public.django_content_type VALUES (129, 'plans', 'scenario');
INSERT INTO public.django_content_type VALUES (130, 'plans', 'trial');
INSERT INTO public.django_content_type VALUES (131, 'plans', 'place');
INSERT INTO public.django_content_type VALUES (132, 'plans', 'searchprices');
INSERT INTO public.django_content_type VALUES (133, 'conference', 'item');
INSERT INTO public.django_content_type VALUES (134, 'conference', 'assignment');
INSERT INTO public.django_content_type VALUES (135, 'conference', 'meeting');
INSERT INTO public.django_content_type VALUES (136, 'conference', 'paper');
INSERT INTO public.django_content_type VALUES (137, 'conference', 'partner');
INSERT INTO public.django_content_type VALUES (138, 'conference', 'report');
INSERT INTO public.django_content_type VALUES (139, 'conference', 'seat');
INSERT INTO public.django_content_type VALUES (140, 'conference', 'dutyreport');
INSERT INTO public.django_content_type VALUES (141, 'conference', 'unit');
INSERT INTO public.django_migrations VALUES (1, 'accounts', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (2, 'account', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (3, 'account', '0002_email_max_length', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (4, 'account', '0003_alter_emailaddress_create_unique_verified_email', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (5, 'account', '0004_alter_emailaddress_drop_unique_email', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (6, 'account', '0005_emailaddress_idx_upper_email', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (7, 'account', '0006_emailaddress_lower', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (8, 'account', '0007_emailaddress_idx_email', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (9, 'account', '0008_emailaddress_unique_primary_email_fixup', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (10, 'account', '0009_emailaddress_unique_primary_email', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (11, 'accounts', '0002_people_and_sessions', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (12, 'accounts', '0003_apart', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (13, 'accounts', '0004_pace', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (14, 'accounts', '0005_roles', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (15, 'audit', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (16, 'audit', '0002_only_grows', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (17, 'audit', '0003_sealed_blocks', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (18, 'contenttypes', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (19, 'contenttypes', '0002_remove_content_type_name', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (20, 'auth', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (21, 'auth', '0002_alter_permission_name_max_length', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (22, 'auth', '0003_alter_user_email_max_length', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (23, 'auth', '0004_alter_user_username_opts', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (24, 'auth', '0005_alter_user_last_login_null', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (25, 'auth', '0006_require_contenttypes_0002', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (26, 'auth', '0007_alter_validators_add_error_messages', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (27, 'auth', '0008_alter_user_username_max_length', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (28, 'auth', '0009_alter_user_last_name_max_length', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (29, 'auth', '0010_alter_group_name_max_length', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (30, 'auth', '0011_update_proxy_permissions', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (31, 'auth', '0012_alter_user_first_name_max_length', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (32, 'axes', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (33, 'axes', '0002_auto_20151217_2044', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (34, 'axes', '0003_auto_20160322_0929', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (35, 'axes', '0004_auto_20181024_1538', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (36, 'axes', '0005_remove_accessattempt_trusted', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (37, 'axes', '0006_remove_accesslog_trusted', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (38, 'axes', '0007_alter_accessattempt_unique_together', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (39, 'axes', '0008_accessfailurelog', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (40, 'axes', '0009_add_session_hash', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (41, 'axes', '0010_accessattemptexpiration', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (42, 'conference', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (43, 'conference', '0002_guarded', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (44, 'conference', '0003_duties', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (45, 'conference', '0004_duties_guarded', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (46, 'jobs', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (47, 'registry', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (48, 'registry', '0002_guarded', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (49, 'registry', '0003_interfaces', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (50, 'registry', '0004_generations', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (51, 'registry', '0005_import_screens', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (52, 'registry', '0006_guarded_columns', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (53, 'registry', '0007_dangerous_buildings', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (54, 'registry', '0008_indexes_of_lists', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (55, 'registry', '0009_search_words', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (56, 'registry', '0010_scope_of_projects', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (57, 'registry', '0011_kind_of_a_document', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (58, 'registry', '0012_evidence_as_source', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (59, 'registry', '0013_covering_indexes', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (60, 'registry', '0014_changes_unchecked', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (61, 'registry', '0015_more_scopes', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (62, 'registry', '0016_workdays', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (63, 'demands', '0001_demands', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (64, 'demands', '0002_steps', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (65, 'demands', '0003_guarded', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (66, 'demands', '0004_terms_moved', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (67, 'hooks', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (68, 'hooks', '0002_told', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (69, 'jobs', '0002_guarded', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (70, 'jobs', '0003_words_of_a_job', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (71, 'mfa', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (72, 'mfa', '0002_authenticator_timestamps', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (73, 'mfa', '0003_authenticator_type_uniq', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (74, 'participation', '0001_entrances', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (75, 'participation', '0002_votes', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (76, 'participation', '0003_ballots', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (77, 'participation', '0004_guarded', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (78, 'participation', '0005_notices', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (79, 'participation', '0006_notices_guarded', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (80, 'owners', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (81, 'owners', '0002_guarded', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (82, 'registry', '0017_survey_scope', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (83, 'participation', '0007_rolls', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (84, 'participation', '0008_helpers', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (85, 'participation', '0009_personal', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (86, 'plans', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (87, 'plans', '0002_guarded', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (88, 'plans', '0003_prices', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (89, 'plans', '0004_prices_guarded', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (90, 'plans', '0005_seen_below', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (91, 'procrastinate', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (92, 'procrastinate', '0002_drop_started_at_column', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (93, 'procrastinate', '0003_drop_started_at_column', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (94, 'procrastinate', '0004_drop_procrastinate_version_table', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (95, 'procrastinate', '0005_fix_procrastinate_fetch_job', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (96, 'procrastinate', '0006_fix_trigger_status_events_insert', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (97, 'procrastinate', '0007_add_queueing_lock_column', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (98, 'procrastinate', '0008_close_fetch_job_race_condition', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (99, 'procrastinate', '0009_add_defer_job_function', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (100, 'procrastinate', '0010_add_procrastinate_periodic_defers', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (101, 'procrastinate', '0011_add_foreign_key_index', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (102, 'procrastinate', '0012_add_locks_to_periodic_defer', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (103, 'procrastinate', '0013_fix_procrastinate_defer_periodic_job', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (104, 'procrastinate', '0014_add_finish_job_and_retry_job_functions', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (105, 'procrastinate', '0015_add_trigger_on_job_deletion', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (106, 'procrastinate', '0016_delete_finished_jobs', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (107, 'procrastinate', '0017_add_checks_to_finish_job', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (108, 'procrastinate', '0018_add_checks_to_retry_job', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (109, 'procrastinate', '0019_fix_finish_job_compat_issue', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (110, 'procrastinate', '0020_add_index_on_procrastinate_jobs', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (111, 'procrastinate', '0021_add_kwargs_to_defer_periodic_job', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (112, 'procrastinate', '0022_null_locks_excluded', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (113, 'procrastinate', '0023_remove_old_finish_job_function', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (114, 'procrastinate', '0024_job_id_bigint', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (115, 'procrastinate', '0025_add_models', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (116, 'procrastinate', '0026_add_job_priority', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (117, 'procrastinate', '0027_add_periodic_job_priority', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (118, 'procrastinate', '0028_add_cancel_states', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (119, 'procrastinate', '0029_add_additional_params_to_retry_job', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (120, 'procrastinate', '0030_alter_procrastinateevent_options', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (121, 'procrastinate', '0031_add_indexes_for_fetch_job', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (122, 'procrastinate', '0032_pre_cancel_notification', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (123, 'procrastinate', '0033_post_cancel_notification', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (124, 'procrastinate', '0034_pre_add_heartbeat', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (125, 'procrastinate', '0035_post_add_heartbeat', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (126, 'procrastinate', '0036_add_worker_model', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (127, 'procrastinate', '0037_pre_batch_defer_jobs', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (128, 'procrastinate', '0038_post_batch_defer_jobs', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (129, 'procrastinate', '0039_pre_priority_lock_fetch_job', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (130, 'procrastinate', '0040_pre_retry_failed_job', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (131, 'procrastinate', '0041_post_retry_failed_job', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (132, 'registry', '0018_readings', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (133, 'registry', '0019_readings_guarded', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (134, 'surveys', '0001_surveys', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (135, 'surveys', '0002_submissions', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (136, 'surveys', '0003_guarded', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (137, 'projects', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (138, 'projects', '0002_guarded', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (139, 'projects', '0003_clocks_and_notices', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (140, 'projects', '0004_applications', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (141, 'projects', '0005_guarded_applications', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (142, 'projects', '0006_gates', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (143, 'projects', '0007_gates_guarded', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (144, 'projects', '0008_designs', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (145, 'projects', '0009_review', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (146, 'projects', '0010_review_guarded', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (147, 'projects', '0011_whistle', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (148, 'projects', '0012_whistle_guarded', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (149, 'projects', '0013_mode', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (150, 'projects', '0014_mode_guarded', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (151, 'projects', '0015_gates_told', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (152, 'projects', '0016_workdays_moved', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (153, 'projects', '0017_parts', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (154, 'projects', '0018_parts_guarded', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (155, 'projects', '0019_choosing', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (156, 'projects', '0020_states_of_a_locked_project', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (157, 'projects', '0021_desk_by_division', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (158, 'registry', '0020_sources_seen_below', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (159, 'sessions', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (160, 'socialaccount', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (161, 'socialaccount', '0002_token_max_lengths', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (162, 'socialaccount', '0003_extra_data_default_dict', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (163, 'socialaccount', '0004_app_provider_id_settings', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (164, 'socialaccount', '0005_socialtoken_nullable_app', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (165, 'socialaccount', '0006_alter_socialaccount_extra_data', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (166, 'surveys', '0004_person', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (167, 'surveys', '0005_figures', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (168, 'surveys', '0006_sealed', '2026-01-01 00:00:00+00');
SELECT pg_catalog.setval('public.account_emailaddress_id_seq', 1, false);
SELECT pg_catalog.setval('public.account_emailconfirmation_id_seq', 1, false);
SELECT pg_catalog.setval('public.accounts_appointment_id_seq', 1, false);
SELECT pg_catalog.setval('public.accounts_formerpassword_id_seq', 1, false);
SELECT pg_catalog.setval('public.accounts_organisation_id_seq', 1, false);
SELECT pg_catalog.setval('public.accounts_person_id_seq', 1, false);
SELECT pg_catalog.setval('public.accounts_signedin_id_seq', 1, false);
SELECT pg_catalog.setval('public.audit_line_id_seq', 1, false);
SELECT pg_catalog.setval('public.auth_group_id_seq', 1, false);
SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 1, false);
SELECT pg_catalog.setval('public.auth_permission_id_seq', 564, true);
SELECT pg_catalog.setval('public.axes_accessattempt_id_seq', 1, false);
SELECT pg_catalog.setval('public.axes_accessfailurelog_id_seq', 1, false);
SELECT pg_catalog.setval('public.axes_accesslog_id_seq', 1, false);
SELECT pg_catalog.setval('public.conference_assignment_id_seq', 1, false);
SELECT pg_catalog.setval('public.conference_dutyreport_id_seq', 1, false);
SELECT pg_catalog.setval('public.conference_item_id_seq', 1, false);
SELECT pg_catalog.setval('public.conference_meeting_id_seq', 1, false);
SELECT pg_catalog.setval('public.conference_paper_id_seq', 1, false);
SELECT pg_catalog.setval('public.conference_partner_id_seq', 1, false);
SELECT pg_catalog.setval('public.conference_report_id_seq', 1, false);
SELECT pg_catalog.setval('public.conference_seat_id_seq', 1, false);
SELECT pg_catalog.setval('public.conference_unit_id_seq', 1, false);
SELECT pg_catalog.setval('public.demands_demand_id_seq', 1, false);
SELECT pg_catalog.setval('public.demands_demandstep_id_seq', 1, false);
SELECT pg_catalog.setval('public.demands_receptiondesk_id_seq', 1, false);
SELECT pg_catalog.setval('public.demands_ticketimport_id_seq', 1, false);
SELECT pg_catalog.setval('public.django_content_type_id_seq', 141, true);
SELECT pg_catalog.setval('public.django_migrations_id_seq', 168, true);
SELECT pg_catalog.setval('public.hooks_delivery_id_seq', 1, false);
SELECT pg_catalog.setval('public.hooks_event_id_seq', 1, false);
SELECT pg_catalog.setval('public.hooks_hook_id_seq', 1, false);
SELECT pg_catalog.setval('public.jobs_job_id_seq', 1, false);
SELECT pg_catalog.setval('public.mfa_authenticator_id_seq', 1, false);
SELECT pg_catalog.setval('public.owners_bodystep_id_seq', 1, false);
SELECT pg_catalog.setval('public.owners_contribution_id_seq', 1, false);
SELECT pg_catalog.setval('public.owners_ownersbody_id_seq', 1, false);
SELECT pg_catalog.setval('public.owners_propertyservice_id_seq', 1, false);
SELECT pg_catalog.setval('public.owners_residentspart_id_seq', 1, false);
SELECT pg_catalog.setval('public.owners_seat_id_seq', 1, false);
SELECT pg_catalog.setval('public.owners_serviceentry_id_seq', 1, false);
SELECT pg_catalog.setval('public.owners_servicestep_id_seq', 1, false);
SELECT pg_catalog.setval('public.participation_ballot_id_seq', 1, false);
SELECT pg_catalog.setval('public.participation_clearing_id_seq', 1, false);
SELECT pg_catalog.setval('public.participation_consent_id_seq', 1, false);
SELECT pg_catalog.setval('public.participation_entrance_id_seq', 1, false);
SELECT pg_catalog.setval('public.participation_entryfailure_id_seq', 1, false);
SELECT pg_catalog.setval('public.participation_frozenroll_id_seq', 1, false);
SELECT pg_catalog.setval('public.participation_helper_id_seq', 1, false);
SELECT pg_catalog.setval('public.participation_householdcode_id_seq', 1, false);
SELECT pg_catalog.setval('public.participation_letgo_id_seq', 1, false);
SELECT pg_catalog.setval('public.participation_notice_id_seq', 1, false);
SELECT pg_catalog.setval('public.participation_noticeseen_id_seq', 1, false);
SELECT pg_catalog.setval('public.participation_objection_id_seq', 1, false);
SELECT pg_catalog.setval('public.participation_onetimecode_id_seq', 1, false);
SELECT pg_catalog.setval('public.participation_paperentry_id_seq', 1, false);
SELECT pg_catalog.setval('public.participation_personalrequest_id_seq', 1, false);
SELECT pg_catalog.setval('public.participation_residentsession_id_seq', 1, false);
SELECT pg_catalog.setval('public.participation_rollflat_id_seq', 1, false);
SELECT pg_catalog.setval('public.participation_rollimport_id_seq', 1, false);
SELECT pg_catalog.setval('public.participation_vote_id_seq', 1, false);
SELECT pg_catalog.setval('public.plans_change_id_seq', 1, false);
SELECT pg_catalog.setval('public.plans_place_id_seq', 1, false);
SELECT pg_catalog.setval('public.plans_plan_id_seq', 1, false);
SELECT pg_catalog.setval('public.plans_run_id_seq', 1, false);
SELECT pg_catalog.setval('public.plans_scenario_id_seq', 1, false);
SELECT pg_catalog.setval('public.plans_trial_id_seq', 1, false);
SELECT pg_catalog.setval('public.procrastinate_events_id_seq', 1, false);
SELECT pg_catalog.setval('public.procrastinate_jobs_id_seq', 1, false);
SELECT pg_catalog.setval('public.procrastinate_periodic_defers_id_seq', 1, false);
SELECT pg_catalog.setval('public.procrastinate_workers_id_seq', 1, false);
SELECT pg_catalog.setval('public.projects_adoption_id_seq', 1, false);
SELECT pg_catalog.setval('public.projects_answer_id_seq', 1, false);
SELECT pg_catalog.setval('public.projects_application_id_seq', 1, false);
SELECT pg_catalog.setval('public.projects_attachment_id_seq', 1, false);
SELECT pg_catalog.setval('public.projects_call_id_seq', 1, false);
SELECT pg_catalog.setval('public.projects_choosing_id_seq', 1, false);
SELECT pg_catalog.setval('public.projects_choosingitem_id_seq', 1, false);
SELECT pg_catalog.setval('public.projects_claim_id_seq', 1, false);
SELECT pg_catalog.setval('public.projects_design_id_seq', 1, false);
SELECT pg_catalog.setval('public.projects_designfile_id_seq', 1, false);
SELECT pg_catalog.setval('public.projects_evidence_id_seq', 1, false);
SELECT pg_catalog.setval('public.projects_gateevent_id_seq', 1, false);
SELECT pg_catalog.setval('public.projects_gatestate_id_seq', 1, false);
SELECT pg_catalog.setval('public.projects_menuchoice_id_seq', 1, false);
SELECT pg_catalog.setval('public.projects_notice_id_seq', 1, false);
SELECT pg_catalog.setval('public.projects_opinion_id_seq', 1, false);
SELECT pg_catalog.setval('public.projects_override_id_seq', 1, false);
SELECT pg_catalog.setval('public.projects_partproof_id_seq', 1, false);
SELECT pg_catalog.setval('public.projects_practice_id_seq', 1, false);
SELECT pg_catalog.setval('public.projects_project_id_seq', 1, false);
SELECT pg_catalog.setval('public.projects_remark_id_seq', 1, false);
SELECT pg_catalog.setval('public.projects_review_id_seq', 1, false);
SELECT pg_catalog.setval('public.projects_series_id_seq', 1, false);
SELECT pg_catalog.setval('public.projects_step_id_seq', 1, false);
SELECT pg_catalog.setval('public.projects_steptaken_id_seq', 1, false);
SELECT pg_catalog.setval('public.projects_task_id_seq', 1, false);
SELECT pg_catalog.setval('public.projects_whistle_id_seq', 1, false);
SELECT pg_catalog.setval('public.projects_whistlestep_id_seq', 1, false);
SELECT pg_catalog.setval('public.registry_apitoken_id_seq', 1, false);
SELECT pg_catalog.setval('public.registry_building_id_seq', 1, false);
SELECT pg_catalog.setval('public.registry_change_id_seq', 1, false);
SELECT pg_catalog.setval('public.registry_chosenreading_id_seq', 1, false);
SELECT pg_catalog.setval('public.registry_conflict_id_seq', 1, false);
SELECT pg_catalog.setval('public.registry_dangerplan_id_seq', 1, false);
SELECT pg_catalog.setval('public.registry_document_id_seq', 1, false);
SELECT pg_catalog.setval('public.registry_estate_id_seq', 1, false);
SELECT pg_catalog.setval('public.registry_generation_id_seq', 1, false);
SELECT pg_catalog.setval('public.registry_household_id_seq', 1, false);
SELECT pg_catalog.setval('public.registry_import_id_seq', 1, false);
SELECT pg_catalog.setval('public.registry_knowncolumn_id_seq', 1, false);
SELECT pg_catalog.setval('public.registry_outline_id_seq', 1, false);
SELECT pg_catalog.setval('public.registry_party_id_seq', 1, false);
SELECT pg_catalog.setval('public.registry_pipe_id_seq', 1, false);
SELECT pg_catalog.setval('public.registry_readingtrial_id_seq', 1, false);
SELECT pg_catalog.setval('public.registry_resource_id_seq', 1, false);
SELECT pg_catalog.setval('public.registry_savedview_id_seq', 1, false);
SELECT pg_catalog.setval('public.registry_source_id_seq', 1, false);
SELECT pg_catalog.setval('public.registry_specialday_id_seq', 1, false);
SELECT pg_catalog.setval('public.registry_succession_id_seq', 1, false);
SELECT pg_catalog.setval('public.registry_term_id_seq', 1, false);
SELECT pg_catalog.setval('public.registry_unit_id_seq', 1, false);
SELECT pg_catalog.setval('public.socialaccount_socialaccount_id_seq', 1, false);
SELECT pg_catalog.setval('public.socialaccount_socialapp_id_seq', 1, false);
SELECT pg_catalog.setval('public.socialaccount_socialtoken_id_seq', 1, false);
SELECT pg_catalog.setval('public.surveys_answer_id_seq', 1, false);
SELECT pg_catalog.setval('public.surveys_answerfile_id_seq', 1, false);
SELECT pg_catalog.setval('public.surveys_submission_id_seq', 1, false);
SELECT pg_catalog.setval('public.surveys_survey_id_seq', 1, false);
SELECT pg_catalog.setval('public.surveys_version_id_seq', 1, false);
ALTER TABLE ONLY public.projects_steptaken
    ADD CONSTRAINT a_step_is_taken_once UNIQUE (adoption_id, step);
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.accounts_appointment
    ADD CONSTRAINT accounts_appointment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.accounts_formerpassword
    ADD CONSTRAINT accounts_formerpassword_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.accounts_kept
    ADD CONSTRAINT accounts_kept_pkey PRIMARY KEY (cache_key);
ALTER TABLE ONLY public.accounts_organisation
    ADD CONSTRAINT accounts_organisation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.accounts_pace
    ADD CONSTRAINT accounts_pace_pkey PRIMARY KEY (key);
ALTER TABLE ONLY public.accounts_person
    ADD CONSTRAINT accounts_person_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.accounts_person
    ADD CONSTRAINT accounts_person_username_key UNIQUE (username);
ALTER TABLE ONLY public.accounts_signedin
    ADD CONSTRAINT accounts_signedin_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.accounts_appointment
    ADD CONSTRAINT administrations_apart EXCLUDE USING gist (int8range(person_id, person_id, '[]'::text) WITH &&, daterange(since, until) WITH &&, (
CASE
    WHEN ((role)::text = ANY ((ARRAY['audit_admin'::character varying, 'security_admin'::character varying, 'system_admin'::character varying])::text[])) THEN int8range((0)::bigint, NULL::bigint)
    ELSE int8range(id, id, '[]'::text)
END) WITH &&);
ALTER TABLE ONLY public.projects_attachment
    ADD CONSTRAINT attached_once UNIQUE (application_id, document_id);
ALTER TABLE ONLY public.audit_block
    ADD CONSTRAINT audit_block_digest_key UNIQUE (digest);
ALTER TABLE ONLY public.audit_block
    ADD CONSTRAINT audit_block_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.audit_line
    ADD CONSTRAINT audit_line_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.audit_waiting
    ADD CONSTRAINT audit_waiting_pkey PRIMARY KEY (line_id);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.axes_accessattempt
    ADD CONSTRAINT axes_accessattempt_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.axes_accessattempt
    ADD CONSTRAINT axes_accessattempt_username_ip_address_user_agent_8ea22282_uniq UNIQUE (username, ip_address, user_agent);
ALTER TABLE ONLY public.axes_accessattemptexpiration
    ADD CONSTRAINT axes_accessattemptexpiration_pkey PRIMARY KEY (access_attempt_id);
ALTER TABLE ONLY public.axes_accessfailurelog
    ADD CONSTRAINT axes_accessfailurelog_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.axes_accesslog
    ADD CONSTRAINT axes_accesslog_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.conference_assignment
    ADD CONSTRAINT conference_assignment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.conference_dutyreport
    ADD CONSTRAINT conference_dutyreport_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.conference_item
    ADD CONSTRAINT conference_item_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.conference_meeting
    ADD CONSTRAINT conference_meeting_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.conference_paper
    ADD CONSTRAINT conference_paper_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.conference_partner
    ADD CONSTRAINT conference_partner_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.conference_report
    ADD CONSTRAINT conference_report_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.conference_seat
    ADD CONSTRAINT conference_seat_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.conference_unit
    ADD CONSTRAINT conference_unit_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.demands_band
    ADD CONSTRAINT demands_band_pkey PRIMARY KEY (band, division, demand_id);
ALTER TABLE ONLY public.demands_demand
    ADD CONSTRAINT demands_demand_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.demands_demandstep
    ADD CONSTRAINT demands_demandstep_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.demands_receptiondesk
    ADD CONSTRAINT demands_receptiondesk_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.demands_ticketimport
    ADD CONSTRAINT demands_ticketimport_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);
ALTER TABLE ONLY public.hooks_delivery
    ADD CONSTRAINT hooks_delivery_key_key UNIQUE (key);
ALTER TABLE ONLY public.hooks_delivery
    ADD CONSTRAINT hooks_delivery_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.hooks_event
    ADD CONSTRAINT hooks_event_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.hooks_hook
    ADD CONSTRAINT hooks_hook_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.jobs_job
    ADD CONSTRAINT jobs_job_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.participation_ballot
    ADD CONSTRAINT no_ballot_twice UNIQUE (flat_id, sequence);
ALTER TABLE ONLY public.surveys_answer
    ADD CONSTRAINT one_answer_per_person UNIQUE (survey_id, household_id, person);
ALTER TABLE ONLY public.participation_ballot
    ADD CONSTRAINT one_ballot_per_receipt UNIQUE (vote_id, receipt);
ALTER TABLE ONLY public.registry_building
    ADD CONSTRAINT one_building_per_code UNIQUE (estate_id, code);
ALTER TABLE ONLY public.projects_call
    ADD CONSTRAINT one_call_of_a_department UNIQUE (whistle_id, organisation_id);
ALTER TABLE ONLY public.projects_claim
    ADD CONSTRAINT one_claim_per_fact UNIQUE (evidence_id, fact);
ALTER TABLE ONLY public.projects_design
    ADD CONSTRAINT one_design_per_number UNIQUE (review_id, number);
ALTER TABLE ONLY public.registry_estate
    ADD CONSTRAINT one_estate_per_code UNIQUE (district, code);
ALTER TABLE ONLY public.surveys_answerfile
    ADD CONSTRAINT one_file_per_name UNIQUE (answer_id, said);
ALTER TABLE ONLY public.surveys_answerfile
    ADD CONSTRAINT one_file_per_name_sent UNIQUE (submission_id, said);
ALTER TABLE ONLY public.registry_generation
    ADD CONSTRAINT one_generation_per_change UNIQUE (district, tx);
ALTER TABLE ONLY public.registry_household
    ADD CONSTRAINT one_household_per_door UNIQUE NULLS NOT DISTINCT (building_id, unit_id, door);
ALTER TABLE ONLY public.participation_rollflat
    ADD CONSTRAINT one_line_per_flat UNIQUE (vote_id, household_id);
ALTER TABLE ONLY public.participation_rollflat
    ADD CONSTRAINT one_line_per_number UNIQUE (vote_id, number);
ALTER TABLE ONLY public.registry_knowncolumn
    ADD CONSTRAINT one_meaning_per_heading UNIQUE NULLS NOT DISTINCT (division, organisation_id, subject, heading);
ALTER TABLE ONLY public.conference_meeting
    ADD CONSTRAINT one_meeting_per_number UNIQUE (division, year, number);
ALTER TABLE ONLY public.participation_objection
    ADD CONSTRAINT one_objection_per_number UNIQUE (notice_id, number);
ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT one_plan_per_version UNIQUE (division, first, last, version);
ALTER TABLE ONLY public.projects_choosingitem
    ADD CONSTRAINT one_price_per_item UNIQUE (choosing_id, name);
ALTER TABLE ONLY public.projects_partproof
    ADD CONSTRAINT one_proof_of_a_part UNIQUE NULLS NOT DISTINCT (evidence_id, building_id, item);
ALTER TABLE ONLY public.projects_series
    ADD CONSTRAINT one_series UNIQUE (kind, place, year);
ALTER TABLE ONLY public.registry_specialday
    ADD CONSTRAINT one_special_day UNIQUE (place, day);
ALTER TABLE ONLY public.projects_gatestate
    ADD CONSTRAINT one_state_of_a_gate UNIQUE (project_id, rule);
ALTER TABLE ONLY public.surveys_submission
    ADD CONSTRAINT one_submission_each UNIQUE (survey_id, instance);
ALTER TABLE ONLY public.registry_term
    ADD CONSTRAINT one_term_of_a_clock UNIQUE (place, clock, matter);
ALTER TABLE ONLY public.registry_unit
    ADD CONSTRAINT one_unit_per_name UNIQUE (building_id, name);
ALTER TABLE ONLY public.surveys_version
    ADD CONSTRAINT one_version_per_number UNIQUE (survey_id, number);
ALTER TABLE ONLY public.registry_savedview
    ADD CONSTRAINT one_view_per_name UNIQUE (person_id, name);
ALTER TABLE ONLY public.conference_unit
    ADD CONSTRAINT one_who_answers UNIQUE (division, name);
ALTER TABLE ONLY public.owners_bodystep
    ADD CONSTRAINT owners_bodystep_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.owners_contribution
    ADD CONSTRAINT owners_contribution_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.owners_contribution
    ADD CONSTRAINT owners_contribution_takes_back_id_key UNIQUE (takes_back_id);
ALTER TABLE ONLY public.owners_ownersbody
    ADD CONSTRAINT owners_ownersbody_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.owners_propertyservice
    ADD CONSTRAINT owners_propertyservice_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.owners_residentspart
    ADD CONSTRAINT owners_residentspart_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.owners_seat
    ADD CONSTRAINT owners_seat_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.owners_serviceentry
    ADD CONSTRAINT owners_serviceentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.owners_servicestep
    ADD CONSTRAINT owners_servicestep_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.participation_ballot
    ADD CONSTRAINT participation_ballot_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.participation_ballot
    ADD CONSTRAINT participation_ballot_revokes_id_key UNIQUE (revokes_id);
ALTER TABLE ONLY public.participation_clearing
    ADD CONSTRAINT participation_clearing_on_key UNIQUE ("on");
ALTER TABLE ONLY public.participation_clearing
    ADD CONSTRAINT participation_clearing_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.participation_consent
    ADD CONSTRAINT participation_consent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.participation_entrance
    ADD CONSTRAINT participation_entrance_building_id_key UNIQUE (building_id);
ALTER TABLE ONLY public.participation_entrance
    ADD CONSTRAINT participation_entrance_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.participation_entrance
    ADD CONSTRAINT participation_entrance_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.participation_entryfailure
    ADD CONSTRAINT participation_entryfailure_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.participation_frozenroll
    ADD CONSTRAINT participation_frozenroll_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.participation_frozenroll
    ADD CONSTRAINT participation_frozenroll_vote_id_key UNIQUE (vote_id);
ALTER TABLE ONLY public.participation_helper
    ADD CONSTRAINT participation_helper_digest_key UNIQUE (digest);
ALTER TABLE ONLY public.participation_helper
    ADD CONSTRAINT participation_helper_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.participation_householdcode
    ADD CONSTRAINT participation_householdcode_digest_key UNIQUE (digest);
ALTER TABLE ONLY public.participation_householdcode
    ADD CONSTRAINT participation_householdcode_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.participation_keptdays
    ADD CONSTRAINT participation_keptdays_pkey PRIMARY KEY (holding);
ALTER TABLE ONLY public.participation_letgo
    ADD CONSTRAINT participation_letgo_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.participation_letgo
    ADD CONSTRAINT participation_letgo_sha256_key UNIQUE (sha256);
ALTER TABLE ONLY public.participation_notice
    ADD CONSTRAINT participation_notice_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.participation_noticeseen
    ADD CONSTRAINT participation_noticeseen_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.participation_objection
    ADD CONSTRAINT participation_objection_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.participation_onetimecode
    ADD CONSTRAINT participation_onetimecode_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.participation_paperentry
    ADD CONSTRAINT participation_paperentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.participation_personalrequest
    ADD CONSTRAINT participation_personalrequest_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.participation_residentsession
    ADD CONSTRAINT participation_residentsession_digest_key UNIQUE (digest);
ALTER TABLE ONLY public.participation_residentsession
    ADD CONSTRAINT participation_residentsession_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.participation_rollflat
    ADD CONSTRAINT participation_rollflat_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.participation_rollimport
    ADD CONSTRAINT participation_rollimport_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.participation_vote
    ADD CONSTRAINT participation_vote_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.participation_voteresult
    ADD CONSTRAINT participation_voteresult_pkey PRIMARY KEY (vote_id);
ALTER TABLE ONLY public.conference_partner
    ADD CONSTRAINT partner_of_an_assignment_once UNIQUE (assignment_id, organisation_id);
ALTER TABLE ONLY public.plans_change
    ADD CONSTRAINT plans_change_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.plans_place
    ADD CONSTRAINT plans_place_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_result_id_key UNIQUE (result_id);
ALTER TABLE ONLY public.plans_result
    ADD CONSTRAINT plans_result_pkey PRIMARY KEY (run_id);
ALTER TABLE ONLY public.plans_run
    ADD CONSTRAINT plans_run_job_id_key UNIQUE (job_id);
ALTER TABLE ONLY public.plans_run
    ADD CONSTRAINT plans_run_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.plans_scenario
    ADD CONSTRAINT plans_scenario_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.plans_searchprices
    ADD CONSTRAINT plans_searchprices_pkey PRIMARY KEY (scenario_id);
ALTER TABLE ONLY public.plans_trial
    ADD CONSTRAINT plans_trial_job_id_key UNIQUE (job_id);
ALTER TABLE ONLY public.plans_trial
    ADD CONSTRAINT plans_trial_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_unique UNIQUE (task_name, periodic_id, defer_timestamp);
ALTER TABLE ONLY public.procrastinate_workers
    ADD CONSTRAINT procrastinate_workers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.projects_adoption
    ADD CONSTRAINT projects_adoption_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.projects_answer
    ADD CONSTRAINT projects_answer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.projects_answer
    ADD CONSTRAINT projects_answer_remark_id_key UNIQUE (remark_id);
ALTER TABLE ONLY public.projects_application
    ADD CONSTRAINT projects_application_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.projects_application
    ADD CONSTRAINT projects_application_project_id_key UNIQUE (project_id);
ALTER TABLE ONLY public.projects_attachment
    ADD CONSTRAINT projects_attachment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.projects_call
    ADD CONSTRAINT projects_call_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.projects_choosing
    ADD CONSTRAINT projects_choosing_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.projects_choosing
    ADD CONSTRAINT projects_choosing_survey_id_key UNIQUE (survey_id);
ALTER TABLE ONLY public.projects_choosingitem
    ADD CONSTRAINT projects_choosingitem_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.projects_claim
    ADD CONSTRAINT projects_claim_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.projects_design
    ADD CONSTRAINT projects_design_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.projects_designfile
    ADD CONSTRAINT projects_designfile_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.projects_evidence
    ADD CONSTRAINT projects_evidence_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.projects_evidence
    ADD CONSTRAINT projects_evidence_source_id_key UNIQUE (source_id);
ALTER TABLE ONLY public.projects_gateevent
    ADD CONSTRAINT projects_gateevent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.projects_gatestate
    ADD CONSTRAINT projects_gatestate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.projects_menuchoice
    ADD CONSTRAINT projects_menuchoice_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.projects_notice
    ADD CONSTRAINT projects_notice_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.projects_opinion
    ADD CONSTRAINT projects_opinion_design_id_key UNIQUE (design_id);
ALTER TABLE ONLY public.projects_opinion
    ADD CONSTRAINT projects_opinion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.projects_override
    ADD CONSTRAINT projects_override_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.projects_partproof
    ADD CONSTRAINT projects_partproof_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.projects_practice
    ADD CONSTRAINT projects_practice_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.projects_project
    ADD CONSTRAINT projects_project_number_key UNIQUE (number);
ALTER TABLE ONLY public.projects_project
    ADD CONSTRAINT projects_project_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.projects_remark
    ADD CONSTRAINT projects_remark_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.projects_review
    ADD CONSTRAINT projects_review_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.projects_review
    ADD CONSTRAINT projects_review_project_id_key UNIQUE (project_id);
ALTER TABLE ONLY public.projects_series
    ADD CONSTRAINT projects_series_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.projects_step
    ADD CONSTRAINT projects_step_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.projects_steptaken
    ADD CONSTRAINT projects_steptaken_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.projects_task
    ADD CONSTRAINT projects_task_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.projects_task
    ADD CONSTRAINT projects_task_project_id_key UNIQUE (project_id);
ALTER TABLE ONLY public.projects_whistle
    ADD CONSTRAINT projects_whistle_number_key UNIQUE (number);
ALTER TABLE ONLY public.projects_whistle
    ADD CONSTRAINT projects_whistle_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.projects_whistlestep
    ADD CONSTRAINT projects_whistlestep_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.projects_works
    ADD CONSTRAINT projects_works_pkey PRIMARY KEY (project_id);
ALTER TABLE ONLY public.registry_apitoken
    ADD CONSTRAINT registry_apitoken_digest_key UNIQUE (digest);
ALTER TABLE ONLY public.registry_apitoken
    ADD CONSTRAINT registry_apitoken_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_assessment
    ADD CONSTRAINT registry_assessment_pkey PRIMARY KEY (estate_id);
ALTER TABLE ONLY public.registry_building
    ADD CONSTRAINT registry_building_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_change
    ADD CONSTRAINT registry_change_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_chosenreading
    ADD CONSTRAINT registry_chosenreading_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_conflict
    ADD CONSTRAINT registry_conflict_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_dangerplan
    ADD CONSTRAINT registry_dangerplan_building_id_key UNIQUE (building_id);
ALTER TABLE ONLY public.registry_dangerplan
    ADD CONSTRAINT registry_dangerplan_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_document
    ADD CONSTRAINT registry_document_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_estate
    ADD CONSTRAINT registry_estate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_generation
    ADD CONSTRAINT registry_generation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_household
    ADD CONSTRAINT registry_household_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_import
    ADD CONSTRAINT registry_import_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_knowncolumn
    ADD CONSTRAINT registry_knowncolumn_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_outline
    ADD CONSTRAINT registry_outline_code_key UNIQUE (code);
ALTER TABLE ONLY public.registry_outline
    ADD CONSTRAINT registry_outline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_party
    ADD CONSTRAINT registry_party_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_pipe
    ADD CONSTRAINT registry_pipe_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_readingtrial
    ADD CONSTRAINT registry_readingtrial_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_resource
    ADD CONSTRAINT registry_resource_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_savedview
    ADD CONSTRAINT registry_savedview_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_source
    ADD CONSTRAINT registry_source_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_specialday
    ADD CONSTRAINT registry_specialday_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_succession
    ADD CONSTRAINT registry_succession_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_term
    ADD CONSTRAINT registry_term_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_unit
    ADD CONSTRAINT registry_unit_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.participation_noticeseen
    ADD CONSTRAINT seen_once UNIQUE (notice_id, household_id);
ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_socialaccount_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_socialaccount_provider_uid_fc810c6e_uniq UNIQUE (provider, uid);
ALTER TABLE ONLY public.socialaccount_socialapp
    ADD CONSTRAINT socialaccount_socialapp_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_socialtoken_app_id_account_id_fca4e0ac_uniq UNIQUE (app_id, account_id);
ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_socialtoken_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.surveys_answer
    ADD CONSTRAINT surveys_answer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.surveys_answerfile
    ADD CONSTRAINT surveys_answerfile_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.surveys_figures
    ADD CONSTRAINT surveys_figures_pkey PRIMARY KEY (survey_id);
ALTER TABLE ONLY public.surveys_submission
    ADD CONSTRAINT surveys_submission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.surveys_survey
    ADD CONSTRAINT surveys_survey_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.surveys_version
    ADD CONSTRAINT surveys_version_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.projects_notice
    ADD CONSTRAINT told_once UNIQUE (person_id, key);
CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);
CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);
CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);
CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);
CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);
CREATE INDEX accounts_appointment_granted_by_id_2699bd77 ON public.accounts_appointment USING btree (granted_by_id);
CREATE INDEX accounts_appointment_person_id_5b4ad525 ON public.accounts_appointment USING btree (person_id);
CREATE INDEX accounts_formerpassword_person_id_60f8dcd2 ON public.accounts_formerpassword USING btree (person_id);
CREATE INDEX accounts_kept_expires ON public.accounts_kept USING btree (expires);
CREATE INDEX accounts_pace_key_e3a46dce_like ON public.accounts_pace USING btree (key varchar_pattern_ops);
CREATE INDEX accounts_person_organisation_id_1df15081 ON public.accounts_person USING btree (organisation_id);
CREATE INDEX accounts_person_username_173ec97a_like ON public.accounts_person USING btree (username varchar_pattern_ops);
CREATE INDEX accounts_signedin_key_cf2745aa ON public.accounts_signedin USING btree (key);
CREATE INDEX accounts_signedin_key_cf2745aa_like ON public.accounts_signedin USING btree (key varchar_pattern_ops);
CREATE INDEX accounts_signedin_person_id_7f270ecd ON public.accounts_signedin USING btree (person_id);
CREATE INDEX applications_of_a_division ON public.projects_application USING btree (division, id DESC);
CREATE INDEX applications_on_a_desk ON public.projects_application USING btree (desk, due_on, id, division);
CREATE INDEX applications_to_be_late ON public.projects_application USING btree (due_on) WHERE (NOT told_late);
CREATE INDEX assignments_of_conference ON public.conference_assignment USING btree (conference, state, due_on);
CREATE INDEX assignments_of_division ON public.conference_assignment USING btree (division, state, due_on);
CREATE INDEX audit_block_digest_2429d560_like ON public.audit_block USING btree (digest varchar_pattern_ops);
CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);
CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);
CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);
CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);
CREATE INDEX axes_accessattempt_ip_address_10922d9c ON public.axes_accessattempt USING btree (ip_address);
CREATE INDEX axes_accessattempt_user_agent_ad89678b ON public.axes_accessattempt USING btree (user_agent);
CREATE INDEX axes_accessattempt_user_agent_ad89678b_like ON public.axes_accessattempt USING btree (user_agent varchar_pattern_ops);
CREATE INDEX axes_accessattempt_username_3f2d4ca0 ON public.axes_accessattempt USING btree (username);
CREATE INDEX axes_accessattempt_username_3f2d4ca0_like ON public.axes_accessattempt USING btree (username varchar_pattern_ops);
CREATE INDEX axes_accessfailurelog_ip_address_2e9f5a7f ON public.axes_accessfailurelog USING btree (ip_address);
CREATE INDEX axes_accessfailurelog_user_agent_ea145dda ON public.axes_accessfailurelog USING btree (user_agent);
CREATE INDEX axes_accessfailurelog_user_agent_ea145dda_like ON public.axes_accessfailurelog USING btree (user_agent varchar_pattern_ops);
CREATE INDEX axes_accessfailurelog_username_a8b7e8a4 ON public.axes_accessfailurelog USING btree (username);
CREATE INDEX axes_accessfailurelog_username_a8b7e8a4_like ON public.axes_accessfailurelog USING btree (username varchar_pattern_ops);
CREATE INDEX axes_accesslog_ip_address_86b417e5 ON public.axes_accesslog USING btree (ip_address);
CREATE INDEX axes_accesslog_user_agent_0e659004 ON public.axes_accesslog USING btree (user_agent);
CREATE INDEX axes_accesslog_user_agent_0e659004_like ON public.axes_accesslog USING btree (user_agent varchar_pattern_ops);
CREATE INDEX axes_accesslog_username_df93064b ON public.axes_accesslog USING btree (username);
CREATE INDEX axes_accesslog_username_df93064b_like ON public.axes_accesslog USING btree (username varchar_pattern_ops);
CREATE INDEX blocks_by_line ON public.audit_block USING btree (last, first);
CREATE INDEX bodies_by_what_is_due ON public.owners_ownersbody USING btree (division, due_on) WHERE (ended_on IS NULL);
CREATE INDEX buildings_in_tiles ON public.registry_building USING btree (quad, id);
CREATE INDEX buildings_of_a_division ON public.registry_building USING btree (division, id);
CREATE INDEX calls_of_a_department ON public.projects_call USING btree (organisation_id, solved_on);
CREATE INDEX changes_of_import ON public.registry_change USING btree (of_id, thing, thing_id);
CREATE INDEX conference_assignment_given_by_id_ec337ccc ON public.conference_assignment USING btree (given_by_id);
CREATE INDEX conference_assignment_item_id_151af6ab ON public.conference_assignment USING btree (item_id);
CREATE INDEX conference_assignment_owner_id_4bd67c71 ON public.conference_assignment USING btree (owner_id);
CREATE INDEX conference_dutyreport_by_id_0037d045 ON public.conference_dutyreport USING btree (by_id);
CREATE INDEX conference_item_decided_by_id_a297dd45 ON public.conference_item USING btree (decided_by_id);
CREATE INDEX conference_item_meeting_id_da91361b ON public.conference_item USING btree (meeting_id);
CREATE INDEX conference_meeting_called_by_id_f812cf28 ON public.conference_meeting USING btree (called_by_id);
CREATE INDEX conference_meeting_signed_by_id_49d29876 ON public.conference_meeting USING btree (signed_by_id);
CREATE INDEX conference_paper_by_id_db4e0b6a ON public.conference_paper USING btree (by_id);
CREATE INDEX conference_paper_item_id_b6307219 ON public.conference_paper USING btree (item_id);
CREATE INDEX conference_partner_assignment_id_b4075a7f ON public.conference_partner USING btree (assignment_id);
CREATE INDEX conference_partner_organisation_id_bd373a07 ON public.conference_partner USING btree (organisation_id);
CREATE INDEX conference_report_assignment_id_e0ce9e47 ON public.conference_report USING btree (assignment_id);
CREATE INDEX conference_report_by_id_d186cc9f ON public.conference_report USING btree (by_id);
CREATE INDEX conference_seat_organisation_id_9b85cba5 ON public.conference_seat USING btree (organisation_id);
CREATE INDEX conference_seat_person_id_6181400d ON public.conference_seat USING btree (person_id);
CREATE INDEX conference_unit_by_id_dac38809 ON public.conference_unit USING btree (by_id);
CREATE INDEX conference_unit_organisation_id_23db8d0f ON public.conference_unit USING btree (organisation_id);
CREATE INDEX contributions_of_an_estate ON public.owners_contribution USING btree (estate_id, kind);
CREATE INDEX dangerous_or_simple_buildings ON public.registry_building USING btree (division, id) WHERE ((danger = ANY (ARRAY['c'::text, 'd'::text])) OR ((facts -> 'simple'::text) = 'true'::jsonb));
CREATE INDEX deliveries_due ON public.hooks_delivery USING btree (next_at) WHERE ((state)::text = 'waiting'::text);
CREATE INDEX demands_demand_answered_by_id_c76cabdd ON public.demands_demand USING btree (answered_by_id);
CREATE INDEX demands_demand_building_id_4848b089 ON public.demands_demand USING btree (building_id);
CREATE INDEX demands_demand_estate_id_f0012577 ON public.demands_demand USING btree (estate_id);
CREATE INDEX demands_demand_household_id_48bb4bb6 ON public.demands_demand USING btree (household_id);
CREATE INDEX demands_demand_matter_id_a96c95aa ON public.demands_demand USING btree (matter_id);
CREATE INDEX demands_demand_of_import_id_625890be ON public.demands_demand USING btree (of_import_id);
CREATE INDEX demands_demand_organisation_id_f0cc1e57 ON public.demands_demand USING btree (organisation_id);
CREATE INDEX demands_demand_taken_by_id_6c5ba6eb ON public.demands_demand USING btree (taken_by_id);
CREATE INDEX demands_demandstep_by_id_8c88af81 ON public.demands_demandstep USING btree (by_id);
CREATE INDEX demands_demandstep_demand_id_218a4fad ON public.demands_demandstep USING btree (demand_id);
CREATE INDEX demands_of_a_unit ON public.demands_demand USING btree (organisation_id, due_on) WHERE ((state)::text = ANY ((ARRAY['new'::character varying, 'assigned'::character varying])::text[]));
CREATE INDEX demands_of_an_estate ON public.demands_demand USING btree (estate_id, id DESC);
CREATE INDEX demands_open_by_day ON public.demands_demand USING btree (due_on, id) WHERE ((state)::text = ANY ((ARRAY['new'::character varying, 'assigned'::character varying])::text[]));
CREATE INDEX demands_receptiondesk_by_id_1c3d68b5 ON public.demands_receptiondesk USING btree (by_id);
CREATE INDEX demands_receptiondesk_estate_id_c56cb5eb ON public.demands_receptiondesk USING btree (estate_id);
CREATE INDEX demands_ticketimport_by_id_1a29985c ON public.demands_ticketimport USING btree (by_id);
CREATE INDEX demands_within ON public.demands_demand USING btree (division, id DESC);
CREATE INDEX desks_of_an_estate ON public.demands_receptiondesk USING btree (estate_id, since);
CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);
CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);
CREATE INDEX duty_history ON public.conference_dutyreport USING btree (duty, unit, id DESC);
CREATE INDEX entries_of_a_service ON public.owners_serviceentry USING btree (service_id, "on" DESC);
CREATE INDEX estates_by_name ON public.registry_estate USING btree (division, name, id) INCLUDE (retired_on, built_year, stage, management_mode);
CREATE INDEX estates_by_name_filtered ON public.registry_estate USING btree (name, id) INCLUDE (division, built_year, household_count, building_count, floor_area_m2, stage, management_mode, words) WHERE (retired_on IS NULL);
CREATE INDEX estates_by_verdict ON public.registry_assessment USING btree (division, overall, estate_id);
CREATE INDEX estates_in_tiles ON public.registry_estate USING btree (quad, id) WHERE (retired_on IS NULL);
CREATE INDEX events_not_spread ON public.hooks_event USING btree (id) WHERE (spread_at IS NULL);
CREATE INDEX failures_by_key ON public.participation_entryfailure USING btree (key, at);
CREATE INDEX gate_history ON public.projects_gateevent USING btree (project_id, rule, id DESC);
CREATE INDEX gates_by_verdict ON public.projects_gatestate USING btree (rule, verdict, project_id);
CREATE INDEX gates_overridden ON public.projects_gatestate USING btree (project_id) WHERE (override_id IS NOT NULL);
CREATE INDEX hooks_delivery_hook_id_9588de63 ON public.hooks_delivery USING btree (hook_id);
CREATE INDEX hooks_hook_person_id_e3e31608 ON public.hooks_hook USING btree (person_id);
CREATE INDEX hooks_in_use ON public.hooks_hook USING btree (division) WHERE (ended_at IS NULL);
CREATE INDEX idx_procrastinate_jobs_worker_not_null ON public.procrastinate_jobs USING btree (worker_id) WHERE ((worker_id IS NOT NULL) AND (status = 'doing'::public.procrastinate_job_status));
CREATE INDEX idx_procrastinate_workers_last_heartbeat ON public.procrastinate_workers USING btree (last_heartbeat);
CREATE INDEX jobs_job_by_id_0456849d ON public.jobs_job USING btree (by_id);
CREATE INDEX jobs_not_over ON public.jobs_job USING btree (id) WHERE ((state)::text = ANY ((ARRAY['waiting'::character varying, 'running'::character varying])::text[]));
CREATE INDEX letters_waiting ON public.projects_notice USING btree (id) WHERE ((mail)::text = 'waiting'::text);
CREATE INDEX lines_of_a_division ON public.audit_line USING btree (division, id DESC);
CREATE INDEX lines_on_a_subject ON public.audit_line USING btree (subject, subject_id, id DESC);
CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);
CREATE INDEX notices_of_a_division ON public.participation_notice USING btree (division, id DESC);
CREATE INDEX notices_unseen ON public.projects_notice USING btree (person_id, id DESC) WHERE (seen_at IS NULL);
CREATE INDEX objections_open ON public.participation_objection USING btree (due_on) WHERE (answered_on IS NULL);
CREATE UNIQUE INDEX one_application_per_number ON public.projects_application USING btree (number) WHERE (NOT ((number)::text = ''::text));
CREATE UNIQUE INDEX one_choice_per_item ON public.projects_menuchoice USING btree (project_id, building_id, item) NULLS NOT DISTINCT WHERE (dropped_at IS NULL);
CREATE UNIQUE INDEX one_code_per_household ON public.participation_householdcode USING btree (household_id) WHERE (revoked_at IS NULL);
CREATE UNIQUE INDEX one_confirmation ON public.projects_application USING btree (confirmation) WHERE (NOT ((confirmation)::text = ''::text));
CREATE UNIQUE INDEX one_consent_stands ON public.participation_consent USING btree (household_id, about, about_id, person) WHERE (revoked_at IS NULL);
CREATE UNIQUE INDEX one_demand_per_ticket ON public.demands_demand USING btree (ticket) WHERE ((NOT ((ticket)::text = ''::text)) AND (NOT ((state)::text = 'withdrawn'::text)));
CREATE UNIQUE INDEX one_design_in_the_making ON public.projects_design USING btree (review_id) WHERE (at IS NULL);
CREATE UNIQUE INDEX one_entrance_per_estate ON public.participation_entrance USING btree (estate_id) WHERE (building_id IS NULL);
CREATE UNIQUE INDEX one_item_per_subject ON public.conference_item USING btree (meeting_id, subject) WHERE (NOT ((subject)::text = ''::text));
CREATE UNIQUE INDEX one_mode_of_a_project ON public.projects_adoption USING btree (project_id) WHERE (ended_on IS NULL);
CREATE UNIQUE INDEX one_open_application ON public.projects_application USING btree (estate_id) WHERE (NOT ((desk)::text = ANY ((ARRAY['confirmed'::character varying, 'withdrawn'::character varying])::text[])));
CREATE UNIQUE INDEX one_open_personal_request ON public.participation_personalrequest USING btree (household_id, kind, holding, field) WHERE ((state)::text = 'open'::text);
CREATE UNIQUE INDEX one_open_project ON public.projects_project USING btree (estate_id) WHERE (closed_on IS NULL);
CREATE UNIQUE INDEX one_organisation_per_code ON public.accounts_organisation USING btree (credit_code) WHERE (NOT ((credit_code)::text = ''::text));
CREATE UNIQUE INDEX one_override_of_a_gate ON public.projects_override USING btree (project_id, rule) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX one_plan_in_force ON public.plans_plan USING btree (division, first, last) WHERE (ended_on IS NULL);
CREATE UNIQUE INDEX one_running_body_per_kind ON public.owners_ownersbody USING btree (estate_id, kind) WHERE (ended_on IS NULL);
CREATE UNIQUE INDEX one_running_choice_of_a_reading ON public.registry_chosenreading USING btree (place, reading) WHERE (until IS NULL);
CREATE UNIQUE INDEX one_running_service ON public.owners_propertyservice USING btree (estate_id) WHERE (ended_on IS NULL);
CREATE UNIQUE INDEX one_scenario_per_name ON public.plans_scenario USING btree (division, name) WHERE (archived_on IS NULL);
CREATE UNIQUE INDEX one_seat_of_an_organisation ON public.conference_seat USING btree (division, organisation_id) WHERE (until IS NULL);
CREATE INDEX owners_bodystep_body_id_af24218e ON public.owners_bodystep USING btree (body_id);
CREATE INDEX owners_bodystep_by_id_107c7b4e ON public.owners_bodystep USING btree (by_id);
CREATE INDEX owners_bodystep_document_id_acc6cfc9 ON public.owners_bodystep USING btree (document_id);
CREATE INDEX owners_contribution_by_id_ffd6cf84 ON public.owners_contribution USING btree (by_id);
CREATE INDEX owners_contribution_document_id_9d635d92 ON public.owners_contribution USING btree (document_id);
CREATE INDEX owners_contribution_estate_id_d0ec2321 ON public.owners_contribution USING btree (estate_id);
CREATE INDEX owners_contribution_household_id_8379aafc ON public.owners_contribution USING btree (household_id);
CREATE INDEX owners_contribution_vote_id_3169b916 ON public.owners_contribution USING btree (vote_id);
CREATE INDEX owners_ownersbody_estate_id_96249295 ON public.owners_ownersbody USING btree (estate_id);
CREATE INDEX owners_ownersbody_vote_id_74740f6b ON public.owners_ownersbody USING btree (vote_id);
CREATE INDEX owners_propertyservice_body_id_b070e6c8 ON public.owners_propertyservice USING btree (body_id);
CREATE INDEX owners_propertyservice_company_id_adbee6b4 ON public.owners_propertyservice USING btree (company_id);
CREATE INDEX owners_propertyservice_contract_id_8ba11219 ON public.owners_propertyservice USING btree (contract_id);
CREATE INDEX owners_propertyservice_estate_id_07966d94 ON public.owners_propertyservice USING btree (estate_id);
CREATE INDEX owners_propertyservice_vote_id_965d9f3d ON public.owners_propertyservice USING btree (vote_id);
CREATE INDEX owners_residentspart_by_id_06018098 ON public.owners_residentspart USING btree (by_id);
CREATE INDEX owners_residentspart_document_id_52c7dd0c ON public.owners_residentspart USING btree (document_id);
CREATE INDEX owners_residentspart_estate_id_d227fbba ON public.owners_residentspart USING btree (estate_id);
CREATE INDEX owners_seat_body_id_0900a65e ON public.owners_seat USING btree (body_id);
CREATE INDEX owners_serviceentry_by_id_3d237593 ON public.owners_serviceentry USING btree (by_id);
CREATE INDEX owners_serviceentry_document_id_4f657b9a ON public.owners_serviceentry USING btree (document_id);
CREATE INDEX owners_serviceentry_service_id_67f8afa1 ON public.owners_serviceentry USING btree (service_id);
CREATE INDEX owners_servicestep_by_id_ca8f304d ON public.owners_servicestep USING btree (by_id);
CREATE INDEX owners_servicestep_service_id_463df159 ON public.owners_servicestep USING btree (service_id);
CREATE INDEX paper_of_a_flat ON public.participation_paperentry USING btree (vote_id, flat_id, id);
CREATE INDEX participation_ballot_flat_id_29da73c0 ON public.participation_ballot USING btree (flat_id);
CREATE INDEX participation_ballot_paper_id_fb0f852b ON public.participation_ballot USING btree (paper_id);
CREATE INDEX participation_ballot_vote_id_28a6a010 ON public.participation_ballot USING btree (vote_id);
CREATE INDEX participation_consent_by_id_b36b1c58 ON public.participation_consent USING btree (by_id);
CREATE INDEX participation_consent_household_id_c3a3e304 ON public.participation_consent USING btree (household_id);
CREATE INDEX participation_entrance_estate_id_473f5e93 ON public.participation_entrance USING btree (estate_id);
CREATE INDEX participation_entrance_slug_5ad85543_like ON public.participation_entrance USING btree (slug varchar_pattern_ops);
CREATE INDEX participation_helper_digest_91f36d0e_like ON public.participation_helper USING btree (digest varchar_pattern_ops);
CREATE INDEX participation_helper_household_id_76777fb4 ON public.participation_helper USING btree (household_id);
CREATE INDEX participation_householdcode_digest_b6eb9ce8_like ON public.participation_householdcode USING btree (digest varchar_pattern_ops);
CREATE INDEX participation_householdcode_household_id_397bc1d9 ON public.participation_householdcode USING btree (household_id);
CREATE INDEX participation_householdcode_issued_by_id_90130184 ON public.participation_householdcode USING btree (issued_by_id);
CREATE INDEX participation_keptdays_by_id_4667596c ON public.participation_keptdays USING btree (by_id);
CREATE INDEX participation_keptdays_holding_e4c4ebee_like ON public.participation_keptdays USING btree (holding varchar_pattern_ops);
CREATE INDEX participation_letgo_sha256_941d946a_like ON public.participation_letgo USING btree (sha256 varchar_pattern_ops);
CREATE INDEX participation_notice_estate_id_fec55414 ON public.participation_notice USING btree (estate_id);
CREATE INDEX participation_notice_made_by_id_7458093e ON public.participation_notice USING btree (made_by_id);
CREATE INDEX participation_notice_put_up_by_id_86bd38fe ON public.participation_notice USING btree (put_up_by_id);
CREATE INDEX participation_noticeseen_household_id_c01930e1 ON public.participation_noticeseen USING btree (household_id);
CREATE INDEX participation_noticeseen_notice_id_c5972d70 ON public.participation_noticeseen USING btree (notice_id);
CREATE INDEX participation_objection_answered_by_id_d104ae3e ON public.participation_objection USING btree (answered_by_id);
CREATE INDEX participation_objection_household_id_18ddf6f9 ON public.participation_objection USING btree (household_id);
CREATE INDEX participation_objection_notice_id_0f1d3e9a ON public.participation_objection USING btree (notice_id);
CREATE INDEX participation_onetimecode_digest_6accc93b ON public.participation_onetimecode USING btree (digest);
CREATE INDEX participation_onetimecode_digest_6accc93b_like ON public.participation_onetimecode USING btree (digest varchar_pattern_ops);
CREATE INDEX participation_onetimecode_household_id_dff42aa4 ON public.participation_onetimecode USING btree (household_id);
CREATE INDEX participation_paperentry_by_id_d2115186 ON public.participation_paperentry USING btree (by_id);
CREATE INDEX participation_paperentry_flat_id_274a69d5 ON public.participation_paperentry USING btree (flat_id);
CREATE INDEX participation_paperentry_vote_id_55a993a5 ON public.participation_paperentry USING btree (vote_id);
CREATE INDEX participation_personalrequest_decided_by_id_c23f6f3b ON public.participation_personalrequest USING btree (decided_by_id);
CREATE INDEX participation_personalrequest_household_id_0defaf8b ON public.participation_personalrequest USING btree (household_id);
CREATE INDEX participation_residentsession_digest_196ce87b_like ON public.participation_residentsession USING btree (digest varchar_pattern_ops);
CREATE INDEX participation_residentsession_helper_id_e0139cfc ON public.participation_residentsession USING btree (helper_id);
CREATE INDEX participation_residentsession_household_id_34da7530 ON public.participation_residentsession USING btree (household_id);
CREATE INDEX participation_rollflat_household_id_ffcf1622 ON public.participation_rollflat USING btree (household_id);
CREATE INDEX participation_rollflat_vote_id_fd82f47a ON public.participation_rollflat USING btree (vote_id);
CREATE INDEX participation_rollimport_estate_id_2053029c ON public.participation_rollimport USING btree (estate_id);
CREATE INDEX participation_rollimport_made_by_id_41135d38 ON public.participation_rollimport USING btree (made_by_id);
CREATE INDEX participation_rollimport_stored_by_id_938f3d51 ON public.participation_rollimport USING btree (stored_by_id);
CREATE INDEX participation_vote_building_id_dd966d2c ON public.participation_vote USING btree (building_id);
CREATE INDEX participation_vote_counted_by_id_87ce1091 ON public.participation_vote USING btree (counted_by_id);
CREATE INDEX participation_vote_estate_id_7c8a7366 ON public.participation_vote USING btree (estate_id);
CREATE INDEX participation_vote_made_by_id_3dce70f7 ON public.participation_vote USING btree (made_by_id);
CREATE INDEX participation_vote_opened_by_id_3ab56c56 ON public.participation_vote USING btree (opened_by_id);
CREATE INDEX participation_vote_published_by_id_564629f6 ON public.participation_vote USING btree (published_by_id);
CREATE INDEX participation_vote_unit_id_4d2c0bd2 ON public.participation_vote USING btree (unit_id);
CREATE INDEX personal_requests_open ON public.participation_personalrequest USING btree (due_on) WHERE ((state)::text = 'open'::text);
CREATE INDEX places_of_a_result ON public.plans_place USING btree (result_id, year, need DESC);
CREATE INDEX plans_change_after_id_7b11404d ON public.plans_change USING btree (after_id);
CREATE INDEX plans_change_before_id_c2104454 ON public.plans_change USING btree (before_id);
CREATE INDEX plans_change_by_id_4fe164fd ON public.plans_change USING btree (by_id);
CREATE INDEX plans_place_estate_id_136c79d6 ON public.plans_place USING btree (estate_id);
CREATE INDEX plans_place_result_id_f3c995a8 ON public.plans_place USING btree (result_id);
CREATE INDEX plans_plan_by_id_5ccecd16 ON public.plans_plan USING btree (by_id);
CREATE INDEX plans_run_base_id_1bc77737 ON public.plans_run USING btree (base_id);
CREATE INDEX plans_run_by_id_535e7309 ON public.plans_run USING btree (by_id);
CREATE INDEX plans_run_scenario_id_91b8ddef ON public.plans_run USING btree (scenario_id);
CREATE INDEX plans_scenario_base_id_767bade8 ON public.plans_scenario USING btree (base_id);
CREATE INDEX plans_scenario_changed_by_id_00120c3f ON public.plans_scenario USING btree (changed_by_id);
CREATE INDEX plans_scenario_made_by_id_28d9ff6e ON public.plans_scenario USING btree (made_by_id);
CREATE INDEX plans_trial_by_id_aeb4ceda ON public.plans_trial USING btree (by_id);
CREATE INDEX plans_trial_scenario_id_b0e18334 ON public.plans_trial USING btree (scenario_id);
CREATE INDEX procrastinate_events_job_id_fkey_v1 ON public.procrastinate_events USING btree (job_id);
CREATE INDEX procrastinate_jobs_id_lock_idx_v1 ON public.procrastinate_jobs USING btree (id, lock) WHERE (status = ANY (ARRAY['todo'::public.procrastinate_job_status, 'doing'::public.procrastinate_job_status]));
CREATE UNIQUE INDEX procrastinate_jobs_lock_idx_v1 ON public.procrastinate_jobs USING btree (lock) WHERE (status = 'doing'::public.procrastinate_job_status);
CREATE INDEX procrastinate_jobs_priority_idx_v1 ON public.procrastinate_jobs USING btree (priority DESC, id) WHERE (status = 'todo'::public.procrastinate_job_status);
CREATE INDEX procrastinate_jobs_queue_name_idx_v1 ON public.procrastinate_jobs USING btree (queue_name);
CREATE UNIQUE INDEX procrastinate_jobs_queueing_lock_idx_v1 ON public.procrastinate_jobs USING btree (queueing_lock) WHERE (status = 'todo'::public.procrastinate_job_status);
CREATE INDEX procrastinate_periodic_defers_job_id_fkey_v1 ON public.procrastinate_periodic_defers USING btree (job_id);
CREATE INDEX projects_adoption_by_id_4baee5c4 ON public.projects_adoption USING btree (by_id);
CREATE INDEX projects_adoption_ended_by_id_bbc832b0 ON public.projects_adoption USING btree (ended_by_id);
CREATE INDEX projects_adoption_project_id_0ac39e95 ON public.projects_adoption USING btree (project_id);
CREATE INDEX projects_answer_by_id_56cbdc64 ON public.projects_answer USING btree (by_id);
CREATE INDEX projects_answer_design_id_ba0417b2 ON public.projects_answer USING btree (design_id);
CREATE INDEX projects_application_estate_id_3dd067b9 ON public.projects_application USING btree (estate_id);
CREATE INDEX projects_application_filed_by_id_83b37981 ON public.projects_application USING btree (filed_by_id);
CREATE INDEX projects_attachment_application_id_d5a5e39a ON public.projects_attachment USING btree (application_id);
CREATE INDEX projects_attachment_document_id_663dd141 ON public.projects_attachment USING btree (document_id);
CREATE INDEX projects_call_organisation_id_ddbdbdc6 ON public.projects_call USING btree (organisation_id);
CREATE INDEX projects_call_responded_by_id_ce78dc70 ON public.projects_call USING btree (responded_by_id);
CREATE INDEX projects_call_solved_by_id_91a3adcd ON public.projects_call USING btree (solved_by_id);
CREATE INDEX projects_call_whistle_id_9f0fbcf1 ON public.projects_call USING btree (whistle_id);
CREATE INDEX projects_choosing_made_by_id_85fbddf1 ON public.projects_choosing USING btree (made_by_id);
CREATE INDEX projects_choosing_project_id_f6271848 ON public.projects_choosing USING btree (project_id);
CREATE INDEX projects_choosing_settled_by_id_bfc79af3 ON public.projects_choosing USING btree (settled_by_id);
CREATE INDEX projects_choosingitem_building_id_c05dfc9b ON public.projects_choosingitem USING btree (building_id);
CREATE INDEX projects_choosingitem_choosing_id_78d214ff ON public.projects_choosingitem USING btree (choosing_id);
CREATE INDEX projects_claim_came_from_id_1d9245d5 ON public.projects_claim USING btree (came_from_id);
CREATE INDEX projects_claim_evidence_id_735b5693 ON public.projects_claim USING btree (evidence_id);
CREATE INDEX projects_design_by_id_7444556a ON public.projects_design USING btree (by_id);
CREATE INDEX projects_design_review_id_9a29a5a5 ON public.projects_design USING btree (review_id);
CREATE INDEX projects_designfile_design_id_635fc8d8 ON public.projects_designfile USING btree (design_id);
CREATE INDEX projects_designfile_document_id_f65816e9 ON public.projects_designfile USING btree (document_id);
CREATE INDEX projects_evidence_building_id_addd9ba3 ON public.projects_evidence USING btree (building_id);
CREATE INDEX projects_evidence_by_id_60f23090 ON public.projects_evidence USING btree (by_id);
CREATE INDEX projects_evidence_document_id_5ce68d72 ON public.projects_evidence USING btree (document_id);
CREATE INDEX projects_evidence_project_id_2c579233 ON public.projects_evidence USING btree (project_id);
CREATE INDEX projects_evidence_withdrawn_by_id_526aa716 ON public.projects_evidence USING btree (withdrawn_by_id);
CREATE INDEX projects_menuchoice_building_id_4031149c ON public.projects_menuchoice USING btree (building_id);
CREATE INDEX projects_menuchoice_by_id_724df6b6 ON public.projects_menuchoice USING btree (by_id);
CREATE INDEX projects_menuchoice_document_id_a478b024 ON public.projects_menuchoice USING btree (document_id);
CREATE INDEX projects_menuchoice_dropped_by_id_a4b6e557 ON public.projects_menuchoice USING btree (dropped_by_id);
CREATE INDEX projects_menuchoice_project_id_88185442 ON public.projects_menuchoice USING btree (project_id);
CREATE INDEX projects_notice_person_id_b94d8d95 ON public.projects_notice USING btree (person_id);
CREATE INDEX projects_of_a_division ON public.projects_project USING btree (division, id DESC);
CREATE INDEX projects_opinion_by_id_6115d82a ON public.projects_opinion USING btree (by_id);
CREATE INDEX projects_opinion_review_id_5ed214bb ON public.projects_opinion USING btree (review_id);
CREATE INDEX projects_override_by_id_265160a9 ON public.projects_override USING btree (by_id);
CREATE INDEX projects_override_ended_by_id_b7f1a7f9 ON public.projects_override USING btree (ended_by_id);
CREATE INDEX projects_override_project_id_a30bf360 ON public.projects_override USING btree (project_id);
CREATE INDEX projects_partproof_building_id_8b8810d8 ON public.projects_partproof USING btree (building_id);
CREATE INDEX projects_partproof_evidence_id_5d4a05d6 ON public.projects_partproof USING btree (evidence_id);
CREATE INDEX projects_practice_by_id_12a258d7 ON public.projects_practice USING btree (by_id);
CREATE INDEX projects_practice_shared_by_id_b6cb6524 ON public.projects_practice USING btree (shared_by_id);
CREATE INDEX projects_project_estate_id_40d0c5b0 ON public.projects_project USING btree (estate_id);
CREATE INDEX projects_project_number_578befa6_like ON public.projects_project USING btree (number varchar_pattern_ops);
CREATE INDEX projects_project_opened_by_id_e0313712 ON public.projects_project USING btree (opened_by_id);
CREATE INDEX projects_remark_by_id_34b15d11 ON public.projects_remark USING btree (by_id);
CREATE INDEX projects_remark_design_id_600f5601 ON public.projects_remark USING btree (design_id);
CREATE INDEX projects_remark_former_id_cdb1d4c1 ON public.projects_remark USING btree (former_id);
CREATE INDEX projects_remark_opinion_id_6abe3e8c ON public.projects_remark USING btree (opinion_id);
CREATE INDEX projects_remark_review_id_f7586ce5 ON public.projects_remark USING btree (review_id);
CREATE INDEX projects_review_acted_by_id_91ba0064 ON public.projects_review USING btree (acted_by_id);
CREATE INDEX projects_step_application_id_ac2acc3a ON public.projects_step USING btree (application_id);
CREATE INDEX projects_step_by_id_4f37045a ON public.projects_step USING btree (by_id);
CREATE INDEX projects_steptaken_adoption_id_7a1ca363 ON public.projects_steptaken USING btree (adoption_id);
CREATE INDEX projects_steptaken_by_id_f5ee9c74 ON public.projects_steptaken USING btree (by_id);
CREATE INDEX projects_task_by_id_63be78a4 ON public.projects_task USING btree (by_id);
CREATE INDEX projects_whistle_by_id_c8ab9f96 ON public.projects_whistle USING btree (by_id);
CREATE INDEX projects_whistle_estate_id_635d2496 ON public.projects_whistle USING btree (estate_id);
CREATE INDEX projects_whistle_number_16bef403_like ON public.projects_whistle USING btree (number varchar_pattern_ops);
CREATE INDEX projects_whistle_project_id_5b40a29e ON public.projects_whistle USING btree (project_id);
CREATE INDEX projects_whistlestep_by_id_c00401f8 ON public.projects_whistlestep USING btree (by_id);
CREATE INDEX projects_whistlestep_call_id_25d56c34 ON public.projects_whistlestep USING btree (call_id);
CREATE INDEX projects_whistlestep_whistle_id_9bfc05fc ON public.projects_whistlestep USING btree (whistle_id);
CREATE INDEX proofs_of_parts ON public.projects_partproof USING btree (project_id, item);
CREATE INDEX registry_apitoken_digest_bac4f89a_like ON public.registry_apitoken USING btree (digest varchar_pattern_ops);
CREATE INDEX registry_apitoken_person_id_1e45d51f ON public.registry_apitoken USING btree (person_id);
CREATE INDEX registry_building_estate_id_bebf807c ON public.registry_building USING btree (estate_id);
CREATE INDEX registry_change_of_id_1f724eed ON public.registry_change USING btree (of_id);
CREATE INDEX registry_chosenreading_by_id_1f0dee15 ON public.registry_chosenreading USING btree (by_id);
CREATE INDEX registry_chosenreading_ended_by_id_8edd4bf2 ON public.registry_chosenreading USING btree (ended_by_id);
CREATE INDEX registry_conflict_building_id_acb2c3a8 ON public.registry_conflict USING btree (building_id);
CREATE INDEX registry_conflict_estate_id_0521518a ON public.registry_conflict USING btree (estate_id);
CREATE INDEX registry_conflict_settled_by_id_c0c554b7 ON public.registry_conflict USING btree (settled_by_id);
CREATE INDEX registry_conflict_source_id_b4b627c6 ON public.registry_conflict USING btree (source_id);
CREATE INDEX registry_document_by_id_85574a10 ON public.registry_document USING btree (by_id);
CREATE INDEX registry_document_estate_id_9a9c0b10 ON public.registry_document USING btree (estate_id);
CREATE INDEX registry_household_building_id_01bc4eee ON public.registry_household USING btree (building_id);
CREATE INDEX registry_household_unit_id_8afeea5a ON public.registry_household USING btree (unit_id);
CREATE INDEX registry_import_by_id_aa2f0c7c ON public.registry_import USING btree (by_id);
CREATE INDEX registry_import_job_id_bf98a30b ON public.registry_import USING btree (job_id);
CREATE INDEX registry_import_undone_by_id_cff10c06 ON public.registry_import USING btree (undone_by_id);
CREATE INDEX registry_knowncolumn_by_id_8285e5cb ON public.registry_knowncolumn USING btree (by_id);
CREATE INDEX registry_knowncolumn_organisation_id_c0f6d736 ON public.registry_knowncolumn USING btree (organisation_id);
CREATE INDEX registry_outline_code_243a91ac_like ON public.registry_outline USING btree (code varchar_pattern_ops);
CREATE INDEX registry_party_estate_id_20d946ee ON public.registry_party USING btree (estate_id);
CREATE INDEX registry_party_organisation_id_471b27b0 ON public.registry_party USING btree (organisation_id);
CREATE INDEX registry_pipe_estate_id_5f1de8e7 ON public.registry_pipe USING btree (estate_id);
CREATE INDEX registry_pipe_organisation_id_c3f939df ON public.registry_pipe USING btree (organisation_id);
CREATE INDEX registry_readingtrial_by_id_1b13eebc ON public.registry_readingtrial USING btree (by_id);
CREATE INDEX registry_readingtrial_job_id_92a14b1a ON public.registry_readingtrial USING btree (job_id);
CREATE INDEX registry_resource_estate_id_75bb38ac ON public.registry_resource USING btree (estate_id);
CREATE INDEX registry_savedview_person_id_e73755c2 ON public.registry_savedview USING btree (person_id);
CREATE INDEX registry_source_by_id_3360b495 ON public.registry_source USING btree (by_id);
CREATE INDEX registry_source_of_id_1fc8fb28 ON public.registry_source USING btree (of_id);
CREATE INDEX registry_specialday_by_id_2a8376f7 ON public.registry_specialday USING btree (by_id);
CREATE INDEX registry_succession_after_id_f9856408 ON public.registry_succession USING btree (after_id);
CREATE INDEX registry_succession_before_id_986715b6 ON public.registry_succession USING btree (before_id);
CREATE INDEX registry_succession_by_id_e7f612f2 ON public.registry_succession USING btree (by_id);
CREATE INDEX registry_term_by_id_2562af8f ON public.registry_term USING btree (by_id);
CREATE INDEX registry_unit_building_id_66514929 ON public.registry_unit USING btree (building_id);
CREATE INDEX reviews_in_hand ON public.projects_review USING btree (hand, due_on, id);
CREATE INDEX reviews_to_be_late ON public.projects_review USING btree (due_on) WHERE (NOT told_late);
CREATE INDEX services_by_what_is_due ON public.owners_propertyservice USING btree (division, due_on) WHERE (ended_on IS NULL);
CREATE INDEX socialaccount_socialaccount_user_id_8146e70c ON public.socialaccount_socialaccount USING btree (user_id);
CREATE INDEX socialaccount_socialtoken_account_id_951f210e ON public.socialaccount_socialtoken USING btree (account_id);
CREATE INDEX socialaccount_socialtoken_app_id_636a42d7 ON public.socialaccount_socialtoken USING btree (app_id);
CREATE INDEX steps_by_time ON public.projects_step USING btree (division, at);
CREATE INDEX steps_of_a_body ON public.owners_bodystep USING btree (body_id, id DESC);
CREATE INDEX submissions_waiting ON public.surveys_submission USING btree (survey_id) WHERE ((state)::text = 'waiting'::text);
CREATE INDEX surveys_answer_by_id_d1ef8dc2 ON public.surveys_answer USING btree (by_id);
CREATE INDEX surveys_answer_household_id_7211910a ON public.surveys_answer USING btree (household_id);
CREATE INDEX surveys_answer_survey_id_caa4663c ON public.surveys_answer USING btree (survey_id);
CREATE INDEX surveys_answer_version_id_5d8e9abf ON public.surveys_answer USING btree (version_id);
CREATE INDEX surveys_answerfile_answer_id_63819817 ON public.surveys_answerfile USING btree (answer_id);
CREATE INDEX surveys_answerfile_household_id_3ae5eee8 ON public.surveys_answerfile USING btree (household_id);
CREATE INDEX surveys_answerfile_submission_id_a8998f37 ON public.surveys_answerfile USING btree (submission_id);
CREATE INDEX surveys_of_a_division ON public.surveys_survey USING btree (division, id DESC);
CREATE INDEX surveys_submission_answer_id_05e394eb ON public.surveys_submission USING btree (answer_id);
CREATE INDEX surveys_submission_by_id_eb28af5d ON public.surveys_submission USING btree (by_id);
CREATE INDEX surveys_submission_household_id_e64fb0f4 ON public.surveys_submission USING btree (household_id);
CREATE INDEX surveys_submission_settled_by_id_9f71d96b ON public.surveys_submission USING btree (settled_by_id);
CREATE INDEX surveys_submission_survey_id_100d3b00 ON public.surveys_submission USING btree (survey_id);
CREATE INDEX surveys_submission_version_id_88a1e853 ON public.surveys_submission USING btree (version_id);
CREATE INDEX surveys_survey_estate_id_963c94aa ON public.surveys_survey USING btree (estate_id);
CREATE INDEX surveys_survey_made_by_id_10a51689 ON public.surveys_survey USING btree (made_by_id);
CREATE INDEX surveys_version_published_by_id_7ea4e0dd ON public.surveys_version USING btree (published_by_id);
CREATE INDEX surveys_version_survey_id_880d8cc3 ON public.surveys_version USING btree (survey_id);
CREATE INDEX ticket_imports_within ON public.demands_ticketimport USING btree (division, id DESC);
CREATE INDEX trials_of_a_reading ON public.registry_readingtrial USING btree (division, reading, id DESC);
CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY ((ARRAY['totp'::character varying, 'recovery_codes'::character varying])::text[]));
CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";
CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;
CREATE INDEX votes_of_a_division ON public.participation_vote USING btree (division, closes_at DESC);
CREATE INDEX whistles_within ON public.projects_whistle USING btree (division, id DESC);
CREATE TRIGGER all_at_once BEFORE INSERT ON public.projects_remark FOR EACH ROW EXECUTE FUNCTION public.refuse_late_remark();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.audit_block FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.audit_line FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.conference_dutyreport FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.conference_report FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.demands_demandstep FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.owners_bodystep FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.owners_contribution FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.owners_residentspart FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.owners_serviceentry FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.owners_servicestep FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.participation_ballot FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.participation_rollflat FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.participation_voteresult FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.plans_change FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.plans_place FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.plans_result FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.projects_gateevent FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.projects_opinion FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.projects_partproof FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.projects_step FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.projects_steptaken FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.projects_whistlestep FOR EACH ROW EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.audit_block FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.audit_line FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.conference_dutyreport FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.conference_report FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.demands_demandstep FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.owners_bodystep FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.owners_contribution FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.owners_residentspart FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.owners_serviceentry FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.owners_servicestep FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.participation_ballot FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.participation_rollflat FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.participation_voteresult FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.plans_change FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.plans_place FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.plans_result FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.projects_gateevent FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.projects_opinion FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.projects_partproof FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.projects_step FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.projects_steptaken FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.projects_whistlestep FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER count_delete AFTER DELETE ON public.registry_assessment REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.registry_count_change();
CREATE TRIGGER count_delete AFTER DELETE ON public.registry_building REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.registry_count_change();
CREATE TRIGGER count_delete AFTER DELETE ON public.registry_estate REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.registry_count_change();
CREATE TRIGGER count_delete AFTER DELETE ON public.registry_pipe REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.registry_count_change();
CREATE TRIGGER count_delete AFTER DELETE ON public.registry_resource REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.registry_count_change();
CREATE TRIGGER count_insert AFTER INSERT ON public.registry_assessment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.registry_count_change();
CREATE TRIGGER count_insert AFTER INSERT ON public.registry_building REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.registry_count_change();
CREATE TRIGGER count_insert AFTER INSERT ON public.registry_estate REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.registry_count_change();
CREATE TRIGGER count_insert AFTER INSERT ON public.registry_pipe REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.registry_count_change();
CREATE TRIGGER count_insert AFTER INSERT ON public.registry_resource REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.registry_count_change();
CREATE TRIGGER count_update AFTER UPDATE ON public.registry_assessment REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.registry_count_change();
CREATE TRIGGER count_update AFTER UPDATE ON public.registry_building REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.registry_count_change();
CREATE TRIGGER count_update AFTER UPDATE ON public.registry_estate REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.registry_count_change();
CREATE TRIGGER count_update AFTER UPDATE ON public.registry_pipe REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.registry_count_change();
CREATE TRIGGER count_update AFTER UPDATE ON public.registry_resource REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.registry_count_change();
CREATE TRIGGER files_stay BEFORE INSERT OR DELETE OR UPDATE ON public.projects_designfile FOR EACH ROW EXECUTE FUNCTION public.refuse_files_of_handed_in();
CREATE TRIGGER keep_choice BEFORE DELETE OR UPDATE ON public.registry_chosenreading FOR EACH ROW EXECUTE FUNCTION public.keep_choice();
CREATE TRIGGER never_removed BEFORE DELETE ON public.projects_adoption FOR EACH ROW EXECUTE FUNCTION public.refuse_removal();
CREATE TRIGGER never_removed BEFORE DELETE ON public.projects_claim FOR EACH ROW EXECUTE FUNCTION public.refuse_removal();
CREATE TRIGGER never_removed BEFORE DELETE ON public.projects_evidence FOR EACH ROW EXECUTE FUNCTION public.refuse_removal();
CREATE TRIGGER never_removed BEFORE DELETE ON public.projects_menuchoice FOR EACH ROW EXECUTE FUNCTION public.refuse_removal();
CREATE TRIGGER never_removed BEFORE DELETE ON public.projects_override FOR EACH ROW EXECUTE FUNCTION public.refuse_removal();
CREATE TRIGGER procrastinate_jobs_notify_queue_job_aborted_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN (((old.abort_requested = false) AND (new.abort_requested = true) AND (new.status = 'doing'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_notify_queue_abort_job_v1();
CREATE TRIGGER procrastinate_jobs_notify_queue_job_inserted_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_notify_queue_job_inserted_v1();
CREATE TRIGGER procrastinate_trigger_abort_requested_events_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.abort_requested = true)) EXECUTE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1();
CREATE TRIGGER procrastinate_trigger_delete_jobs_v1 BEFORE DELETE ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_unlink_periodic_defers_v1();
CREATE TRIGGER procrastinate_trigger_scheduled_events_v1 AFTER INSERT OR UPDATE ON public.procrastinate_jobs FOR EACH ROW WHEN (((new.scheduled_at IS NOT NULL) AND (new.status = 'todo'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1();
CREATE TRIGGER procrastinate_trigger_status_events_insert_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1();
CREATE TRIGGER procrastinate_trigger_status_events_update_v1 AFTER UPDATE OF status ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_update_v1();
CREATE TRIGGER signed_stays BEFORE INSERT OR DELETE OR UPDATE ON public.conference_item FOR EACH ROW EXECUTE FUNCTION public.refuse_change_of_signed();
CREATE TRIGGER signed_stays BEFORE DELETE OR UPDATE ON public.conference_meeting FOR EACH ROW EXECUTE FUNCTION public.refuse_change_of_signed();
CREATE TRIGGER stays_once BEFORE DELETE OR UPDATE ON public.projects_answer FOR EACH ROW EXECUTE FUNCTION public.refuse_once('design_id');
CREATE TRIGGER stays_once BEFORE DELETE OR UPDATE ON public.projects_design FOR EACH ROW EXECUTE FUNCTION public.refuse_once('at');
CREATE TRIGGER stays_once BEFORE DELETE OR UPDATE ON public.projects_remark FOR EACH ROW EXECUTE FUNCTION public.refuse_once('opinion_id');
CREATE TRIGGER tell AFTER INSERT ON public.audit_line REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.tell_lines();
CREATE TRIGGER tell AFTER INSERT ON public.projects_gateevent REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.tell_gates();
CREATE TRIGGER wait_for_block AFTER INSERT ON public.audit_line FOR EACH ROW EXECUTE FUNCTION public.queue_line();
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_accounts_person_id FOREIGN KEY (user_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_appointment
    ADD CONSTRAINT accounts_appointment_granted_by_id_2699bd77_fk_accounts_ FOREIGN KEY (granted_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_appointment
    ADD CONSTRAINT accounts_appointment_person_id_5b4ad525_fk_accounts_person_id FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_formerpassword
    ADD CONSTRAINT accounts_formerpassw_person_id_60f8dcd2_fk_accounts_ FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_person
    ADD CONSTRAINT accounts_person_organisation_id_1df15081_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_signedin
    ADD CONSTRAINT accounts_signedin_person_id_7f270ecd_fk_accounts_person_id FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.axes_accessattemptexpiration
    ADD CONSTRAINT axes_accessattemptex_access_attempt_id_6b73a47a_fk_axes_acce FOREIGN KEY (access_attempt_id) REFERENCES public.axes_accessattempt(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.conference_assignment
    ADD CONSTRAINT conference_assignmen_given_by_id_ec337ccc_fk_accounts_ FOREIGN KEY (given_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.conference_assignment
    ADD CONSTRAINT conference_assignmen_owner_id_4bd67c71_fk_accounts_ FOREIGN KEY (owner_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.conference_assignment
    ADD CONSTRAINT conference_assignment_item_id_151af6ab_fk_conference_item_id FOREIGN KEY (item_id) REFERENCES public.conference_item(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.conference_dutyreport
    ADD CONSTRAINT conference_dutyreport_by_id_0037d045_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.conference_item
    ADD CONSTRAINT conference_item_decided_by_id_a297dd45_fk_accounts_person_id FOREIGN KEY (decided_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.conference_item
    ADD CONSTRAINT conference_item_meeting_id_da91361b_fk_conference_meeting_id FOREIGN KEY (meeting_id) REFERENCES public.conference_meeting(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.conference_meeting
    ADD CONSTRAINT conference_meeting_called_by_id_f812cf28_fk_accounts_person_id FOREIGN KEY (called_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.conference_meeting
    ADD CONSTRAINT conference_meeting_signed_by_id_49d29876_fk_accounts_person_id FOREIGN KEY (signed_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.conference_paper
    ADD CONSTRAINT conference_paper_by_id_db4e0b6a_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.conference_paper
    ADD CONSTRAINT conference_paper_item_id_b6307219_fk_conference_item_id FOREIGN KEY (item_id) REFERENCES public.conference_item(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.conference_partner
    ADD CONSTRAINT conference_partner_assignment_id_b4075a7f_fk_conferenc FOREIGN KEY (assignment_id) REFERENCES public.conference_assignment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.conference_partner
    ADD CONSTRAINT conference_partner_organisation_id_bd373a07_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.conference_report
    ADD CONSTRAINT conference_report_assignment_id_e0ce9e47_fk_conferenc FOREIGN KEY (assignment_id) REFERENCES public.conference_assignment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.conference_report
    ADD CONSTRAINT conference_report_by_id_d186cc9f_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.conference_seat
    ADD CONSTRAINT conference_seat_organisation_id_9b85cba5_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.conference_seat
    ADD CONSTRAINT conference_seat_person_id_6181400d_fk_accounts_person_id FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.conference_unit
    ADD CONSTRAINT conference_unit_by_id_dac38809_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.conference_unit
    ADD CONSTRAINT conference_unit_organisation_id_23db8d0f_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.demands_band
    ADD CONSTRAINT demands_band_demand_id_03462e61_fk_demands_demand_id FOREIGN KEY (demand_id) REFERENCES public.demands_demand(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.demands_demand
    ADD CONSTRAINT demands_demand_answered_by_id_c76cabdd_fk_accounts_person_id FOREIGN KEY (answered_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.demands_demand
    ADD CONSTRAINT demands_demand_building_id_4848b089_fk_registry_building_id FOREIGN KEY (building_id) REFERENCES public.registry_building(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.demands_demand
    ADD CONSTRAINT demands_demand_estate_id_f0012577_fk_registry_estate_id FOREIGN KEY (estate_id) REFERENCES public.registry_estate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.demands_demand
    ADD CONSTRAINT demands_demand_household_id_48bb4bb6_fk_registry_household_id FOREIGN KEY (household_id) REFERENCES public.registry_household(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.demands_demand
    ADD CONSTRAINT demands_demand_matter_id_a96c95aa_fk_demands_demand_id FOREIGN KEY (matter_id) REFERENCES public.demands_demand(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.demands_demand
    ADD CONSTRAINT demands_demand_of_import_id_625890be_fk_demands_ticketimport_id FOREIGN KEY (of_import_id) REFERENCES public.demands_ticketimport(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.demands_demand
    ADD CONSTRAINT demands_demand_organisation_id_f0cc1e57_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.demands_demand
    ADD CONSTRAINT demands_demand_taken_by_id_6c5ba6eb_fk_accounts_person_id FOREIGN KEY (taken_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.demands_demandstep
    ADD CONSTRAINT demands_demandstep_by_id_8c88af81_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.demands_demandstep
    ADD CONSTRAINT demands_demandstep_demand_id_218a4fad_fk_demands_demand_id FOREIGN KEY (demand_id) REFERENCES public.demands_demand(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.demands_receptiondesk
    ADD CONSTRAINT demands_receptiondesk_by_id_1c3d68b5_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.demands_receptiondesk
    ADD CONSTRAINT demands_receptiondesk_estate_id_c56cb5eb_fk_registry_estate_id FOREIGN KEY (estate_id) REFERENCES public.registry_estate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.demands_ticketimport
    ADD CONSTRAINT demands_ticketimport_by_id_1a29985c_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.hooks_delivery
    ADD CONSTRAINT hooks_delivery_hook_id_9588de63_fk_hooks_hook_id FOREIGN KEY (hook_id) REFERENCES public.hooks_hook(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.hooks_hook
    ADD CONSTRAINT hooks_hook_person_id_e3e31608_fk_accounts_person_id FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.jobs_job
    ADD CONSTRAINT jobs_job_by_id_0456849d_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_accounts_person_id FOREIGN KEY (user_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.owners_bodystep
    ADD CONSTRAINT owners_bodystep_body_id_af24218e_fk_owners_ownersbody_id FOREIGN KEY (body_id) REFERENCES public.owners_ownersbody(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.owners_bodystep
    ADD CONSTRAINT owners_bodystep_by_id_107c7b4e_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.owners_bodystep
    ADD CONSTRAINT owners_bodystep_document_id_acc6cfc9_fk_registry_document_id FOREIGN KEY (document_id) REFERENCES public.registry_document(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.owners_contribution
    ADD CONSTRAINT owners_contribution_by_id_ffd6cf84_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.owners_contribution
    ADD CONSTRAINT owners_contribution_document_id_9d635d92_fk_registry_ FOREIGN KEY (document_id) REFERENCES public.registry_document(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.owners_contribution
    ADD CONSTRAINT owners_contribution_estate_id_d0ec2321_fk_registry_estate_id FOREIGN KEY (estate_id) REFERENCES public.registry_estate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.owners_contribution
    ADD CONSTRAINT owners_contribution_household_id_8379aafc_fk_registry_ FOREIGN KEY (household_id) REFERENCES public.registry_household(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.owners_contribution
    ADD CONSTRAINT owners_contribution_takes_back_id_474ffc75_fk_owners_co FOREIGN KEY (takes_back_id) REFERENCES public.owners_contribution(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.owners_contribution
    ADD CONSTRAINT owners_contribution_vote_id_3169b916_fk_participation_vote_id FOREIGN KEY (vote_id) REFERENCES public.participation_vote(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.owners_ownersbody
    ADD CONSTRAINT owners_ownersbody_estate_id_96249295_fk_registry_estate_id FOREIGN KEY (estate_id) REFERENCES public.registry_estate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.owners_ownersbody
    ADD CONSTRAINT owners_ownersbody_vote_id_74740f6b_fk_participation_vote_id FOREIGN KEY (vote_id) REFERENCES public.participation_vote(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.owners_propertyservice
    ADD CONSTRAINT owners_propertyservi_company_id_adbee6b4_fk_accounts_ FOREIGN KEY (company_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.owners_propertyservice
    ADD CONSTRAINT owners_propertyservi_contract_id_8ba11219_fk_registry_ FOREIGN KEY (contract_id) REFERENCES public.registry_document(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.owners_propertyservice
    ADD CONSTRAINT owners_propertyservi_vote_id_965d9f3d_fk_participa FOREIGN KEY (vote_id) REFERENCES public.participation_vote(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.owners_propertyservice
    ADD CONSTRAINT owners_propertyservice_body_id_b070e6c8_fk_owners_ownersbody_id FOREIGN KEY (body_id) REFERENCES public.owners_ownersbody(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.owners_propertyservice
    ADD CONSTRAINT owners_propertyservice_estate_id_07966d94_fk_registry_estate_id FOREIGN KEY (estate_id) REFERENCES public.registry_estate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.owners_residentspart
    ADD CONSTRAINT owners_residentspart_by_id_06018098_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.owners_residentspart
    ADD CONSTRAINT owners_residentspart_document_id_52c7dd0c_fk_registry_ FOREIGN KEY (document_id) REFERENCES public.registry_document(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.owners_residentspart
    ADD CONSTRAINT owners_residentspart_estate_id_d227fbba_fk_registry_estate_id FOREIGN KEY (estate_id) REFERENCES public.registry_estate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.owners_seat
    ADD CONSTRAINT owners_seat_body_id_0900a65e_fk_owners_ownersbody_id FOREIGN KEY (body_id) REFERENCES public.owners_ownersbody(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.owners_serviceentry
    ADD CONSTRAINT owners_serviceentry_by_id_3d237593_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.owners_serviceentry
    ADD CONSTRAINT owners_serviceentry_document_id_4f657b9a_fk_registry_ FOREIGN KEY (document_id) REFERENCES public.registry_document(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.owners_serviceentry
    ADD CONSTRAINT owners_serviceentry_service_id_67f8afa1_fk_owners_pr FOREIGN KEY (service_id) REFERENCES public.owners_propertyservice(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.owners_servicestep
    ADD CONSTRAINT owners_servicestep_by_id_ca8f304d_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.owners_servicestep
    ADD CONSTRAINT owners_servicestep_service_id_463df159_fk_owners_pr FOREIGN KEY (service_id) REFERENCES public.owners_propertyservice(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.participation_ballot
    ADD CONSTRAINT participation_ballot_flat_id_29da73c0_fk_participa FOREIGN KEY (flat_id) REFERENCES public.participation_rollflat(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.participation_ballot
    ADD CONSTRAINT participation_ballot_paper_id_fb0f852b_fk_participa FOREIGN KEY (paper_id) REFERENCES public.participation_paperentry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.participation_ballot
    ADD CONSTRAINT participation_ballot_revokes_id_cd9d9b3f_fk_participa FOREIGN KEY (revokes_id) REFERENCES public.participation_ballot(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.participation_consent
    ADD CONSTRAINT participation_consen_household_id_c3a3e304_fk_registry_ FOREIGN KEY (household_id) REFERENCES public.registry_household(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.participation_consent
    ADD CONSTRAINT participation_consent_by_id_b36b1c58_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.participation_entrance
    ADD CONSTRAINT participation_entran_building_id_0588eb55_fk_registry_ FOREIGN KEY (building_id) REFERENCES public.registry_building(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.participation_entrance
    ADD CONSTRAINT participation_entrance_estate_id_473f5e93_fk_registry_estate_id FOREIGN KEY (estate_id) REFERENCES public.registry_estate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.participation_frozenroll
    ADD CONSTRAINT participation_frozen_vote_id_d2f1d188_fk_participa FOREIGN KEY (vote_id) REFERENCES public.participation_vote(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.participation_helper
    ADD CONSTRAINT participation_helper_household_id_76777fb4_fk_registry_ FOREIGN KEY (household_id) REFERENCES public.registry_household(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.participation_householdcode
    ADD CONSTRAINT participation_househ_household_id_397bc1d9_fk_registry_ FOREIGN KEY (household_id) REFERENCES public.registry_household(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.participation_householdcode
    ADD CONSTRAINT participation_househ_issued_by_id_90130184_fk_accounts_ FOREIGN KEY (issued_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.participation_keptdays
    ADD CONSTRAINT participation_keptdays_by_id_4667596c_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.participation_notice
    ADD CONSTRAINT participation_notice_estate_id_fec55414_fk_registry_estate_id FOREIGN KEY (estate_id) REFERENCES public.registry_estate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.participation_noticeseen
    ADD CONSTRAINT participation_notice_household_id_c01930e1_fk_registry_ FOREIGN KEY (household_id) REFERENCES public.registry_household(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.participation_notice
    ADD CONSTRAINT participation_notice_made_by_id_7458093e_fk_accounts_person_id FOREIGN KEY (made_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.participation_noticeseen
    ADD CONSTRAINT participation_notice_notice_id_c5972d70_fk_participa FOREIGN KEY (notice_id) REFERENCES public.participation_notice(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.participation_notice
    ADD CONSTRAINT participation_notice_put_up_by_id_86bd38fe_fk_accounts_ FOREIGN KEY (put_up_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.participation_objection
    ADD CONSTRAINT participation_object_answered_by_id_d104ae3e_fk_accounts_ FOREIGN KEY (answered_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.participation_objection
    ADD CONSTRAINT participation_object_household_id_18ddf6f9_fk_registry_ FOREIGN KEY (household_id) REFERENCES public.registry_household(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.participation_objection
    ADD CONSTRAINT participation_object_notice_id_0f1d3e9a_fk_participa FOREIGN KEY (notice_id) REFERENCES public.participation_notice(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.participation_onetimecode
    ADD CONSTRAINT participation_onetim_household_id_dff42aa4_fk_registry_ FOREIGN KEY (household_id) REFERENCES public.registry_household(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.participation_paperentry
    ADD CONSTRAINT participation_papere_flat_id_274a69d5_fk_participa FOREIGN KEY (flat_id) REFERENCES public.participation_rollflat(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.participation_paperentry
    ADD CONSTRAINT participation_papere_vote_id_55a993a5_fk_participa FOREIGN KEY (vote_id) REFERENCES public.participation_vote(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.participation_paperentry
    ADD CONSTRAINT participation_paperentry_by_id_d2115186_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.participation_personalrequest
    ADD CONSTRAINT participation_person_decided_by_id_c23f6f3b_fk_accounts_ FOREIGN KEY (decided_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.participation_personalrequest
    ADD CONSTRAINT participation_person_household_id_0defaf8b_fk_registry_ FOREIGN KEY (household_id) REFERENCES public.registry_household(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.participation_residentsession
    ADD CONSTRAINT participation_reside_helper_id_e0139cfc_fk_participa FOREIGN KEY (helper_id) REFERENCES public.participation_helper(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.participation_residentsession
    ADD CONSTRAINT participation_reside_household_id_34da7530_fk_registry_ FOREIGN KEY (household_id) REFERENCES public.registry_household(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.participation_rollflat
    ADD CONSTRAINT participation_rollfl_household_id_ffcf1622_fk_registry_ FOREIGN KEY (household_id) REFERENCES public.registry_household(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.participation_rollflat
    ADD CONSTRAINT participation_rollfl_vote_id_fd82f47a_fk_participa FOREIGN KEY (vote_id) REFERENCES public.participation_vote(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.participation_rollimport
    ADD CONSTRAINT participation_rollim_estate_id_2053029c_fk_registry_ FOREIGN KEY (estate_id) REFERENCES public.registry_estate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.participation_rollimport
    ADD CONSTRAINT participation_rollim_made_by_id_41135d38_fk_accounts_ FOREIGN KEY (made_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.participation_rollimport
    ADD CONSTRAINT participation_rollim_stored_by_id_938f3d51_fk_accounts_ FOREIGN KEY (stored_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.participation_vote
    ADD CONSTRAINT participation_vote_building_id_dd966d2c_fk_registry_building_id FOREIGN KEY (building_id) REFERENCES public.registry_building(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.participation_vote
    ADD CONSTRAINT participation_vote_counted_by_id_87ce1091_fk_accounts_person_id FOREIGN KEY (counted_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.participation_vote
    ADD CONSTRAINT participation_vote_estate_id_7c8a7366_fk_registry_estate_id FOREIGN KEY (estate_id) REFERENCES public.registry_estate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.participation_vote
    ADD CONSTRAINT participation_vote_made_by_id_3dce70f7_fk_accounts_person_id FOREIGN KEY (made_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.participation_vote
    ADD CONSTRAINT participation_vote_opened_by_id_3ab56c56_fk_accounts_person_id FOREIGN KEY (opened_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.participation_vote
    ADD CONSTRAINT participation_vote_published_by_id_564629f6_fk_accounts_ FOREIGN KEY (published_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.participation_vote
    ADD CONSTRAINT participation_vote_unit_id_4d2c0bd2_fk_registry_unit_id FOREIGN KEY (unit_id) REFERENCES public.registry_unit(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.participation_voteresult
    ADD CONSTRAINT participation_votere_vote_id_a24ec24b_fk_participa FOREIGN KEY (vote_id) REFERENCES public.participation_vote(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_change
    ADD CONSTRAINT plans_change_after_id_7b11404d_fk_plans_plan_id FOREIGN KEY (after_id) REFERENCES public.plans_plan(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_change
    ADD CONSTRAINT plans_change_before_id_c2104454_fk_plans_plan_id FOREIGN KEY (before_id) REFERENCES public.plans_plan(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_change
    ADD CONSTRAINT plans_change_by_id_4fe164fd_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_place
    ADD CONSTRAINT plans_place_estate_id_136c79d6_fk_registry_estate_id FOREIGN KEY (estate_id) REFERENCES public.registry_estate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_place
    ADD CONSTRAINT plans_place_result_id_f3c995a8_fk_plans_result_run_id FOREIGN KEY (result_id) REFERENCES public.plans_result(run_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_by_id_5ccecd16_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_result_id_5cebeaf1_fk_plans_result_run_id FOREIGN KEY (result_id) REFERENCES public.plans_result(run_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_result
    ADD CONSTRAINT plans_result_run_id_2a702272_fk_plans_run_id FOREIGN KEY (run_id) REFERENCES public.plans_run(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_run
    ADD CONSTRAINT plans_run_base_id_1bc77737_fk_plans_plan_id FOREIGN KEY (base_id) REFERENCES public.plans_plan(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_run
    ADD CONSTRAINT plans_run_by_id_535e7309_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_run
    ADD CONSTRAINT plans_run_job_id_8a5be007_fk_jobs_job_id FOREIGN KEY (job_id) REFERENCES public.jobs_job(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_run
    ADD CONSTRAINT plans_run_scenario_id_91b8ddef_fk_plans_scenario_id FOREIGN KEY (scenario_id) REFERENCES public.plans_scenario(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_scenario
    ADD CONSTRAINT plans_scenario_base_id_767bade8_fk_plans_plan_id FOREIGN KEY (base_id) REFERENCES public.plans_plan(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_scenario
    ADD CONSTRAINT plans_scenario_changed_by_id_00120c3f_fk_accounts_person_id FOREIGN KEY (changed_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_scenario
    ADD CONSTRAINT plans_scenario_made_by_id_28d9ff6e_fk_accounts_person_id FOREIGN KEY (made_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_searchprices
    ADD CONSTRAINT plans_searchprices_scenario_id_c44edf31_fk_plans_scenario_id FOREIGN KEY (scenario_id) REFERENCES public.plans_scenario(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_trial
    ADD CONSTRAINT plans_trial_by_id_aeb4ceda_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_trial
    ADD CONSTRAINT plans_trial_job_id_735230f7_fk_jobs_job_id FOREIGN KEY (job_id) REFERENCES public.jobs_job(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.plans_trial
    ADD CONSTRAINT plans_trial_scenario_id_b0e18334_fk_plans_scenario_id FOREIGN KEY (scenario_id) REFERENCES public.plans_scenario(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES public.procrastinate_workers(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id);
ALTER TABLE ONLY public.projects_adoption
    ADD CONSTRAINT projects_adoption_by_id_4baee5c4_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_adoption
    ADD CONSTRAINT projects_adoption_ended_by_id_bbc832b0_fk_accounts_person_id FOREIGN KEY (ended_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_adoption
    ADD CONSTRAINT projects_adoption_project_id_0ac39e95_fk_projects_project_id FOREIGN KEY (project_id) REFERENCES public.projects_project(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_answer
    ADD CONSTRAINT projects_answer_by_id_56cbdc64_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_answer
    ADD CONSTRAINT projects_answer_design_id_ba0417b2_fk_projects_design_id FOREIGN KEY (design_id) REFERENCES public.projects_design(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_answer
    ADD CONSTRAINT projects_answer_remark_id_25120260_fk_projects_remark_id FOREIGN KEY (remark_id) REFERENCES public.projects_remark(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_application
    ADD CONSTRAINT projects_application_estate_id_3dd067b9_fk_registry_estate_id FOREIGN KEY (estate_id) REFERENCES public.registry_estate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_application
    ADD CONSTRAINT projects_application_filed_by_id_83b37981_fk_accounts_person_id FOREIGN KEY (filed_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_application
    ADD CONSTRAINT projects_application_project_id_44eca2c8_fk_projects_project_id FOREIGN KEY (project_id) REFERENCES public.projects_project(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_attachment
    ADD CONSTRAINT projects_attachment_application_id_d5a5e39a_fk_projects_ FOREIGN KEY (application_id) REFERENCES public.projects_application(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_attachment
    ADD CONSTRAINT projects_attachment_document_id_663dd141_fk_registry_ FOREIGN KEY (document_id) REFERENCES public.registry_document(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_call
    ADD CONSTRAINT projects_call_organisation_id_ddbdbdc6_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_call
    ADD CONSTRAINT projects_call_responded_by_id_ce78dc70_fk_accounts_person_id FOREIGN KEY (responded_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_call
    ADD CONSTRAINT projects_call_solved_by_id_91a3adcd_fk_accounts_person_id FOREIGN KEY (solved_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_call
    ADD CONSTRAINT projects_call_whistle_id_9f0fbcf1_fk_projects_whistle_id FOREIGN KEY (whistle_id) REFERENCES public.projects_whistle(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_choosing
    ADD CONSTRAINT projects_choosing_made_by_id_85fbddf1_fk_accounts_person_id FOREIGN KEY (made_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_choosing
    ADD CONSTRAINT projects_choosing_project_id_f6271848_fk_projects_project_id FOREIGN KEY (project_id) REFERENCES public.projects_project(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_choosing
    ADD CONSTRAINT projects_choosing_settled_by_id_bfc79af3_fk_accounts_person_id FOREIGN KEY (settled_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_choosing
    ADD CONSTRAINT projects_choosing_survey_id_8beaac86_fk_surveys_survey_id FOREIGN KEY (survey_id) REFERENCES public.surveys_survey(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_choosingitem
    ADD CONSTRAINT projects_choosingite_building_id_c05dfc9b_fk_registry_ FOREIGN KEY (building_id) REFERENCES public.registry_building(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_choosingitem
    ADD CONSTRAINT projects_choosingite_choosing_id_78d214ff_fk_projects_ FOREIGN KEY (choosing_id) REFERENCES public.projects_choosing(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_claim
    ADD CONSTRAINT projects_claim_came_from_id_1d9245d5_fk_registry_source_id FOREIGN KEY (came_from_id) REFERENCES public.registry_source(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_claim
    ADD CONSTRAINT projects_claim_evidence_id_735b5693_fk_projects_evidence_id FOREIGN KEY (evidence_id) REFERENCES public.projects_evidence(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_design
    ADD CONSTRAINT projects_design_by_id_7444556a_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_design
    ADD CONSTRAINT projects_design_review_id_9a29a5a5_fk_projects_review_id FOREIGN KEY (review_id) REFERENCES public.projects_review(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_designfile
    ADD CONSTRAINT projects_designfile_design_id_635fc8d8_fk_projects_design_id FOREIGN KEY (design_id) REFERENCES public.projects_design(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_designfile
    ADD CONSTRAINT projects_designfile_document_id_f65816e9_fk_registry_ FOREIGN KEY (document_id) REFERENCES public.registry_document(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_evidence
    ADD CONSTRAINT projects_evidence_building_id_addd9ba3_fk_registry_building_id FOREIGN KEY (building_id) REFERENCES public.registry_building(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_evidence
    ADD CONSTRAINT projects_evidence_by_id_60f23090_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_evidence
    ADD CONSTRAINT projects_evidence_document_id_5ce68d72_fk_registry_document_id FOREIGN KEY (document_id) REFERENCES public.registry_document(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_evidence
    ADD CONSTRAINT projects_evidence_project_id_2c579233_fk_projects_project_id FOREIGN KEY (project_id) REFERENCES public.projects_project(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_evidence
    ADD CONSTRAINT projects_evidence_source_id_b41199d5_fk_registry_source_id FOREIGN KEY (source_id) REFERENCES public.registry_source(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_evidence
    ADD CONSTRAINT projects_evidence_withdrawn_by_id_526aa716_fk_accounts_ FOREIGN KEY (withdrawn_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_gateevent
    ADD CONSTRAINT projects_gateevent_by_id_6b37b491_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_gateevent
    ADD CONSTRAINT projects_gateevent_evidence_id_47728545_fk_projects_evidence_id FOREIGN KEY (evidence_id) REFERENCES public.projects_evidence(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_gateevent
    ADD CONSTRAINT projects_gateevent_override_id_6bbe285d_fk_projects_override_id FOREIGN KEY (override_id) REFERENCES public.projects_override(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_gateevent
    ADD CONSTRAINT projects_gateevent_project_id_6d66afe7_fk_projects_project_id FOREIGN KEY (project_id) REFERENCES public.projects_project(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_gatestate
    ADD CONSTRAINT projects_gatestate_override_id_1742a9b7_fk_projects_override_id FOREIGN KEY (override_id) REFERENCES public.projects_override(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_menuchoice
    ADD CONSTRAINT projects_menuchoice_building_id_4031149c_fk_registry_ FOREIGN KEY (building_id) REFERENCES public.registry_building(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_menuchoice
    ADD CONSTRAINT projects_menuchoice_by_id_724df6b6_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_menuchoice
    ADD CONSTRAINT projects_menuchoice_document_id_a478b024_fk_registry_ FOREIGN KEY (document_id) REFERENCES public.registry_document(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_menuchoice
    ADD CONSTRAINT projects_menuchoice_dropped_by_id_a4b6e557_fk_accounts_ FOREIGN KEY (dropped_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_menuchoice
    ADD CONSTRAINT projects_menuchoice_project_id_88185442_fk_projects_project_id FOREIGN KEY (project_id) REFERENCES public.projects_project(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_notice
    ADD CONSTRAINT projects_notice_person_id_b94d8d95_fk_accounts_person_id FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_opinion
    ADD CONSTRAINT projects_opinion_by_id_6115d82a_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_opinion
    ADD CONSTRAINT projects_opinion_design_id_31b23532_fk_projects_design_id FOREIGN KEY (design_id) REFERENCES public.projects_design(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_opinion
    ADD CONSTRAINT projects_opinion_review_id_5ed214bb_fk_projects_review_id FOREIGN KEY (review_id) REFERENCES public.projects_review(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_override
    ADD CONSTRAINT projects_override_by_id_265160a9_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_override
    ADD CONSTRAINT projects_override_ended_by_id_b7f1a7f9_fk_accounts_person_id FOREIGN KEY (ended_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_override
    ADD CONSTRAINT projects_override_project_id_a30bf360_fk_projects_project_id FOREIGN KEY (project_id) REFERENCES public.projects_project(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_partproof
    ADD CONSTRAINT projects_partproof_building_id_8b8810d8_fk_registry_building_id FOREIGN KEY (building_id) REFERENCES public.registry_building(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_partproof
    ADD CONSTRAINT projects_partproof_evidence_id_5d4a05d6_fk_projects_evidence_id FOREIGN KEY (evidence_id) REFERENCES public.projects_evidence(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_partproof
    ADD CONSTRAINT projects_partproof_project_id_15f0a84a_fk_projects_project_id FOREIGN KEY (project_id) REFERENCES public.projects_project(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_practice
    ADD CONSTRAINT projects_practice_by_id_12a258d7_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_practice
    ADD CONSTRAINT projects_practice_shared_by_id_b6cb6524_fk_accounts_person_id FOREIGN KEY (shared_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_project
    ADD CONSTRAINT projects_project_estate_id_40d0c5b0_fk_registry_estate_id FOREIGN KEY (estate_id) REFERENCES public.registry_estate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_project
    ADD CONSTRAINT projects_project_opened_by_id_e0313712_fk_accounts_person_id FOREIGN KEY (opened_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_remark
    ADD CONSTRAINT projects_remark_by_id_34b15d11_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_remark
    ADD CONSTRAINT projects_remark_design_id_600f5601_fk_projects_design_id FOREIGN KEY (design_id) REFERENCES public.projects_design(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_remark
    ADD CONSTRAINT projects_remark_former_id_cdb1d4c1_fk_projects_remark_id FOREIGN KEY (former_id) REFERENCES public.projects_remark(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_remark
    ADD CONSTRAINT projects_remark_opinion_id_6abe3e8c_fk_projects_opinion_id FOREIGN KEY (opinion_id) REFERENCES public.projects_opinion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_remark
    ADD CONSTRAINT projects_remark_review_id_f7586ce5_fk_projects_review_id FOREIGN KEY (review_id) REFERENCES public.projects_review(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_review
    ADD CONSTRAINT projects_review_acted_by_id_91ba0064_fk_accounts_person_id FOREIGN KEY (acted_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_review
    ADD CONSTRAINT projects_review_project_id_2bd204bf_fk_projects_project_id FOREIGN KEY (project_id) REFERENCES public.projects_project(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_step
    ADD CONSTRAINT projects_step_application_id_ac2acc3a_fk_projects_ FOREIGN KEY (application_id) REFERENCES public.projects_application(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_step
    ADD CONSTRAINT projects_step_by_id_4f37045a_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_steptaken
    ADD CONSTRAINT projects_steptaken_adoption_id_7a1ca363_fk_projects_adoption_id FOREIGN KEY (adoption_id) REFERENCES public.projects_adoption(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_steptaken
    ADD CONSTRAINT projects_steptaken_by_id_f5ee9c74_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_task
    ADD CONSTRAINT projects_task_by_id_63be78a4_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_task
    ADD CONSTRAINT projects_task_project_id_a1b987d6_fk_projects_project_id FOREIGN KEY (project_id) REFERENCES public.projects_project(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_whistle
    ADD CONSTRAINT projects_whistle_by_id_c8ab9f96_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_whistle
    ADD CONSTRAINT projects_whistle_estate_id_635d2496_fk_registry_estate_id FOREIGN KEY (estate_id) REFERENCES public.registry_estate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_whistle
    ADD CONSTRAINT projects_whistle_project_id_5b40a29e_fk_projects_project_id FOREIGN KEY (project_id) REFERENCES public.projects_project(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_whistlestep
    ADD CONSTRAINT projects_whistlestep_by_id_c00401f8_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_whistlestep
    ADD CONSTRAINT projects_whistlestep_call_id_25d56c34_fk_projects_call_id FOREIGN KEY (call_id) REFERENCES public.projects_call(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_whistlestep
    ADD CONSTRAINT projects_whistlestep_whistle_id_9bfc05fc_fk_projects_whistle_id FOREIGN KEY (whistle_id) REFERENCES public.projects_whistle(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.projects_works
    ADD CONSTRAINT projects_works_project_id_ef844c9e_fk_projects_project_id FOREIGN KEY (project_id) REFERENCES public.projects_project(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_apitoken
    ADD CONSTRAINT registry_apitoken_person_id_1e45d51f_fk_accounts_person_id FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_assessment
    ADD CONSTRAINT registry_assessment_estate_id_f1ea1626_fk_registry_estate_id FOREIGN KEY (estate_id) REFERENCES public.registry_estate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_building
    ADD CONSTRAINT registry_building_estate_id_bebf807c_fk_registry_estate_id FOREIGN KEY (estate_id) REFERENCES public.registry_estate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_chosenreading
    ADD CONSTRAINT registry_chosenreadi_ended_by_id_8edd4bf2_fk_accounts_ FOREIGN KEY (ended_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_chosenreading
    ADD CONSTRAINT registry_chosenreading_by_id_1f0dee15_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_conflict
    ADD CONSTRAINT registry_conflict_building_id_acb2c3a8_fk_registry_building_id FOREIGN KEY (building_id) REFERENCES public.registry_building(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_conflict
    ADD CONSTRAINT registry_conflict_estate_id_0521518a_fk_registry_estate_id FOREIGN KEY (estate_id) REFERENCES public.registry_estate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_conflict
    ADD CONSTRAINT registry_conflict_settled_by_id_c0c554b7_fk_accounts_person_id FOREIGN KEY (settled_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_conflict
    ADD CONSTRAINT registry_conflict_source_id_b4b627c6_fk_registry_source_id FOREIGN KEY (source_id) REFERENCES public.registry_source(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_dangerplan
    ADD CONSTRAINT registry_dangerplan_building_id_723d6c2c_fk_registry_ FOREIGN KEY (building_id) REFERENCES public.registry_building(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_document
    ADD CONSTRAINT registry_document_by_id_85574a10_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_document
    ADD CONSTRAINT registry_document_estate_id_9a9c0b10_fk_registry_estate_id FOREIGN KEY (estate_id) REFERENCES public.registry_estate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_household
    ADD CONSTRAINT registry_household_building_id_01bc4eee_fk_registry_building_id FOREIGN KEY (building_id) REFERENCES public.registry_building(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_household
    ADD CONSTRAINT registry_household_unit_id_8afeea5a_fk_registry_unit_id FOREIGN KEY (unit_id) REFERENCES public.registry_unit(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_import
    ADD CONSTRAINT registry_import_by_id_aa2f0c7c_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_import
    ADD CONSTRAINT registry_import_job_id_bf98a30b_fk_jobs_job_id FOREIGN KEY (job_id) REFERENCES public.jobs_job(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_import
    ADD CONSTRAINT registry_import_undone_by_id_cff10c06_fk_accounts_person_id FOREIGN KEY (undone_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_knowncolumn
    ADD CONSTRAINT registry_knowncolumn_by_id_8285e5cb_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_knowncolumn
    ADD CONSTRAINT registry_knowncolumn_organisation_id_c0f6d736_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_party
    ADD CONSTRAINT registry_party_estate_id_20d946ee_fk_registry_estate_id FOREIGN KEY (estate_id) REFERENCES public.registry_estate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_party
    ADD CONSTRAINT registry_party_organisation_id_471b27b0_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_pipe
    ADD CONSTRAINT registry_pipe_estate_id_5f1de8e7_fk_registry_estate_id FOREIGN KEY (estate_id) REFERENCES public.registry_estate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_pipe
    ADD CONSTRAINT registry_pipe_organisation_id_c3f939df_fk_accounts_ FOREIGN KEY (organisation_id) REFERENCES public.accounts_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_readingtrial
    ADD CONSTRAINT registry_readingtrial_by_id_1b13eebc_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_readingtrial
    ADD CONSTRAINT registry_readingtrial_job_id_92a14b1a_fk_jobs_job_id FOREIGN KEY (job_id) REFERENCES public.jobs_job(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_resource
    ADD CONSTRAINT registry_resource_estate_id_75bb38ac_fk_registry_estate_id FOREIGN KEY (estate_id) REFERENCES public.registry_estate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_savedview
    ADD CONSTRAINT registry_savedview_person_id_e73755c2_fk_accounts_person_id FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_source
    ADD CONSTRAINT registry_source_by_id_3360b495_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_source
    ADD CONSTRAINT registry_source_of_id_1fc8fb28_fk_registry_import_id FOREIGN KEY (of_id) REFERENCES public.registry_import(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_specialday
    ADD CONSTRAINT registry_specialday_by_id_2a8376f7_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_succession
    ADD CONSTRAINT registry_succession_after_id_f9856408_fk_registry_estate_id FOREIGN KEY (after_id) REFERENCES public.registry_estate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_succession
    ADD CONSTRAINT registry_succession_before_id_986715b6_fk_registry_estate_id FOREIGN KEY (before_id) REFERENCES public.registry_estate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_succession
    ADD CONSTRAINT registry_succession_by_id_e7f612f2_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_term
    ADD CONSTRAINT registry_term_by_id_2562af8f_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_unit
    ADD CONSTRAINT registry_unit_building_id_66514929_fk_registry_building_id FOREIGN KEY (building_id) REFERENCES public.registry_building(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_social_account_id_951f210e_fk_socialacc FOREIGN KEY (account_id) REFERENCES public.socialaccount_socialaccount(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_social_app_id_636a42d7_fk_socialacc FOREIGN KEY (app_id) REFERENCES public.socialaccount_socialapp(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_social_user_id_8146e70c_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.surveys_answer
    ADD CONSTRAINT surveys_answer_by_id_d1ef8dc2_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.surveys_answer
    ADD CONSTRAINT surveys_answer_household_id_7211910a_fk_registry_household_id FOREIGN KEY (household_id) REFERENCES public.registry_household(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.surveys_answer
    ADD CONSTRAINT surveys_answer_survey_id_caa4663c_fk_surveys_survey_id FOREIGN KEY (survey_id) REFERENCES public.surveys_survey(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.surveys_answer
    ADD CONSTRAINT surveys_answer_version_id_5d8e9abf_fk_surveys_version_id FOREIGN KEY (version_id) REFERENCES public.surveys_version(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.surveys_answerfile
    ADD CONSTRAINT surveys_answerfile_answer_id_63819817_fk_surveys_answer_id FOREIGN KEY (answer_id) REFERENCES public.surveys_answer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.surveys_answerfile
    ADD CONSTRAINT surveys_answerfile_household_id_3ae5eee8_fk_registry_ FOREIGN KEY (household_id) REFERENCES public.registry_household(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.surveys_answerfile
    ADD CONSTRAINT surveys_answerfile_submission_id_a8998f37_fk_surveys_s FOREIGN KEY (submission_id) REFERENCES public.surveys_submission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.surveys_figures
    ADD CONSTRAINT surveys_figures_survey_id_d3324d2e_fk_surveys_survey_id FOREIGN KEY (survey_id) REFERENCES public.surveys_survey(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.surveys_submission
    ADD CONSTRAINT surveys_submission_answer_id_05e394eb_fk_surveys_answer_id FOREIGN KEY (answer_id) REFERENCES public.surveys_answer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.surveys_submission
    ADD CONSTRAINT surveys_submission_by_id_eb28af5d_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.surveys_submission
    ADD CONSTRAINT surveys_submission_household_id_e64fb0f4_fk_registry_ FOREIGN KEY (household_id) REFERENCES public.registry_household(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.surveys_submission
    ADD CONSTRAINT surveys_submission_settled_by_id_9f71d96b_fk_accounts_person_id FOREIGN KEY (settled_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.surveys_submission
    ADD CONSTRAINT surveys_submission_survey_id_100d3b00_fk_surveys_survey_id FOREIGN KEY (survey_id) REFERENCES public.surveys_survey(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.surveys_submission
    ADD CONSTRAINT surveys_submission_version_id_88a1e853_fk_surveys_version_id FOREIGN KEY (version_id) REFERENCES public.surveys_version(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.surveys_survey
    ADD CONSTRAINT surveys_survey_estate_id_963c94aa_fk_registry_estate_id FOREIGN KEY (estate_id) REFERENCES public.registry_estate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.surveys_survey
    ADD CONSTRAINT surveys_survey_made_by_id_10a51689_fk_accounts_person_id FOREIGN KEY (made_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.surveys_version
    ADD CONSTRAINT surveys_version_published_by_id_7ea4e0dd_fk_accounts_person_id FOREIGN KEY (published_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.surveys_version
    ADD CONSTRAINT surveys_version_survey_id_880d8cc3_fk_surveys_survey_id FOREIGN KEY (survey_id) REFERENCES public.surveys_survey(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE public.audit_line ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.conference_assignment ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.conference_dutyreport ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.conference_item ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.conference_meeting ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.conference_paper ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.conference_partner ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.conference_report ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.conference_seat ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.conference_unit ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.demands_band ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.demands_demand ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.demands_demandstep ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.demands_receptiondesk ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.demands_ticketimport ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.hooks_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.jobs_job ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON public.demands_demand AS RESTRICTIVE USING (((COALESCE(current_setting('jiugai.household'::text, true), ''::text) = ANY (ARRAY[''::text, '0'::text])) OR (household_id = (NULLIF(current_setting('jiugai.household'::text, true), ''::text))::bigint))) WITH CHECK (((COALESCE(current_setting('jiugai.household'::text, true), ''::text) = ANY (ARRAY[''::text, '0'::text])) OR (household_id = (NULLIF(current_setting('jiugai.household'::text, true), ''::text))::bigint)));
CREATE POLICY own_rows ON public.owners_contribution AS RESTRICTIVE USING (((COALESCE(current_setting('jiugai.household'::text, true), ''::text) = ANY (ARRAY[''::text, '0'::text])) OR (household_id = (NULLIF(current_setting('jiugai.household'::text, true), ''::text))::bigint))) WITH CHECK (((COALESCE(current_setting('jiugai.household'::text, true), ''::text) = ANY (ARRAY[''::text, '0'::text])) OR (household_id = (NULLIF(current_setting('jiugai.household'::text, true), ''::text))::bigint)));
CREATE POLICY own_rows ON public.participation_ballot AS RESTRICTIVE USING (((COALESCE(current_setting('jiugai.household'::text, true), ''::text) = ANY (ARRAY[''::text, '0'::text])) OR (household_id = (NULLIF(current_setting('jiugai.household'::text, true), ''::text))::bigint))) WITH CHECK (((COALESCE(current_setting('jiugai.household'::text, true), ''::text) = ANY (ARRAY[''::text, '0'::text])) OR (household_id = (NULLIF(current_setting('jiugai.household'::text, true), ''::text))::bigint)));
CREATE POLICY own_rows ON public.participation_consent AS RESTRICTIVE USING (((COALESCE(current_setting('jiugai.household'::text, true), ''::text) = ANY (ARRAY[''::text, '0'::text])) OR (household_id = (NULLIF(current_setting('jiugai.household'::text, true), ''::text))::bigint))) WITH CHECK (((COALESCE(current_setting('jiugai.household'::text, true), ''::text) = ANY (ARRAY[''::text, '0'::text])) OR (household_id = (NULLIF(current_setting('jiugai.household'::text, true), ''::text))::bigint)));
CREATE POLICY own_rows ON public.participation_helper AS RESTRICTIVE USING (((COALESCE(current_setting('jiugai.household'::text, true), ''::text) = ANY (ARRAY[''::text, '0'::text])) OR (household_id = (NULLIF(current_setting('jiugai.household'::text, true), ''::text))::bigint))) WITH CHECK (((COALESCE(current_setting('jiugai.household'::text, true), ''::text) = ANY (ARRAY[''::text, '0'::text])) OR (household_id = (NULLIF(current_setting('jiugai.household'::text, true), ''::text))::bigint)));
CREATE POLICY own_rows ON public.participation_householdcode AS RESTRICTIVE USING (((COALESCE(current_setting('jiugai.household'::text, true), ''::text) = ANY (ARRAY[''::text, '0'::text])) OR (household_id = (NULLIF(current_setting('jiugai.household'::text, true), ''::text))::bigint))) WITH CHECK (((COALESCE(current_setting('jiugai.household'::text, true), ''::text) = ANY (ARRAY[''::text, '0'::text])) OR (household_id = (NULLIF(current_setting('jiugai.household'::text, true), ''::text))::bigint)));
CREATE POLICY own_rows ON public.participation_noticeseen AS RESTRICTIVE USING (((COALESCE(current_setting('jiugai.household'::text, true), ''::text) = ANY (ARRAY[''::text, '0'::text])) OR (household_id = (NULLIF(current_setting('jiugai.household'::text, true), ''::text))::bigint))) WITH CHECK (((COALESCE(current_setting('jiugai.household'::text, true), ''::text) = ANY (ARRAY[''::text, '0'::text])) OR (household_id = (NULLIF(current_setting('jiugai.household'::text, true), ''::text))::bigint)));
CREATE POLICY own_rows ON public.participation_objection AS RESTRICTIVE USING (((COALESCE(current_setting('jiugai.household'::text, true), ''::text) = ANY (ARRAY[''::text, '0'::text])) OR (household_id = (NULLIF(current_setting('jiugai.household'::text, true), ''::text))::bigint))) WITH CHECK (((COALESCE(current_setting('jiugai.household'::text, true), ''::text) = ANY (ARRAY[''::text, '0'::text])) OR (household_id = (NULLIF(current_setting('jiugai.household'::text, true), ''::text))::bigint)));
CREATE POLICY own_rows ON public.participation_onetimecode AS RESTRICTIVE USING (((COALESCE(current_setting('jiugai.household'::text, true), ''::text) = ANY (ARRAY[''::text, '0'::text])) OR (household_id = (NULLIF(current_setting('jiugai.household'::text, true), ''::text))::bigint))) WITH CHECK (((COALESCE(current_setting('jiugai.household'::text, true), ''::text) = ANY (ARRAY[''::text, '0'::text])) OR (household_id = (NULLIF(current_setting('jiugai.household'::text, true), ''::text))::bigint)));
CREATE POLICY own_rows ON public.participation_personalrequest AS RESTRICTIVE USING (((COALESCE(current_setting('jiugai.household'::text, true), ''::text) = ANY (ARRAY[''::text, '0'::text])) OR (household_id = (NULLIF(current_setting('jiugai.household'::text, true), ''::text))::bigint))) WITH CHECK (((COALESCE(current_setting('jiugai.household'::text, true), ''::text) = ANY (ARRAY[''::text, '0'::text])) OR (household_id = (NULLIF(current_setting('jiugai.household'::text, true), ''::text))::bigint)));
CREATE POLICY own_rows ON public.participation_rollflat AS RESTRICTIVE USING (((COALESCE(current_setting('jiugai.household'::text, true), ''::text) = ANY (ARRAY[''::text, '0'::text])) OR (household_id = (NULLIF(current_setting('jiugai.household'::text, true), ''::text))::bigint))) WITH CHECK (((COALESCE(current_setting('jiugai.household'::text, true), ''::text) = ANY (ARRAY[''::text, '0'::text])) OR (household_id = (NULLIF(current_setting('jiugai.household'::text, true), ''::text))::bigint)));
CREATE POLICY own_rows ON public.registry_household AS RESTRICTIVE USING (((COALESCE(current_setting('jiugai.household'::text, true), ''::text) = ANY (ARRAY[''::text, '0'::text])) OR (id = (NULLIF(current_setting('jiugai.household'::text, true), ''::text))::bigint))) WITH CHECK (((COALESCE(current_setting('jiugai.household'::text, true), ''::text) = ANY (ARRAY[''::text, '0'::text])) OR (id = (NULLIF(current_setting('jiugai.household'::text, true), ''::text))::bigint)));
CREATE POLICY own_rows ON public.surveys_answer AS RESTRICTIVE USING (((COALESCE(current_setting('jiugai.household'::text, true), ''::text) = ANY (ARRAY[''::text, '0'::text])) OR (household_id = (NULLIF(current_setting('jiugai.household'::text, true), ''::text))::bigint))) WITH CHECK (((COALESCE(current_setting('jiugai.household'::text, true), ''::text) = ANY (ARRAY[''::text, '0'::text])) OR (household_id = (NULLIF(current_setting('jiugai.household'::text, true), ''::text))::bigint)));
CREATE POLICY own_rows ON public.surveys_answerfile AS RESTRICTIVE USING (((COALESCE(current_setting('jiugai.household'::text, true), ''::text) = ANY (ARRAY[''::text, '0'::text])) OR (household_id = (NULLIF(current_setting('jiugai.household'::text, true), ''::text))::bigint))) WITH CHECK (((COALESCE(current_setting('jiugai.household'::text, true), ''::text) = ANY (ARRAY[''::text, '0'::text])) OR (household_id = (NULLIF(current_setting('jiugai.household'::text, true), ''::text))::bigint)));
CREATE POLICY own_rows ON public.surveys_submission AS RESTRICTIVE USING (((COALESCE(current_setting('jiugai.household'::text, true), ''::text) = ANY (ARRAY[''::text, '0'::text])) OR (household_id = (NULLIF(current_setting('jiugai.household'::text, true), ''::text))::bigint))) WITH CHECK (((COALESCE(current_setting('jiugai.household'::text, true), ''::text) = ANY (ARRAY[''::text, '0'::text])) OR (household_id = (NULLIF(current_setting('jiugai.household'::text, true), ''::text))::bigint)));
ALTER TABLE public.owners_bodystep ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.owners_contribution ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.owners_ownersbody ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.owners_propertyservice ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.owners_residentspart ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.owners_seat ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.owners_serviceentry ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.owners_servicestep ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.participation_ballot ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.participation_consent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.participation_entrance ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.participation_frozenroll ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.participation_helper ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.participation_householdcode ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.participation_notice ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.participation_noticeseen ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.participation_objection ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.participation_onetimecode ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.participation_paperentry ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.participation_personalrequest ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.participation_rollflat ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.participation_rollimport ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.participation_vote ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.participation_voteresult ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.plans_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.plans_place ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.plans_plan ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.plans_result ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.plans_run ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.plans_scenario ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.plans_searchprices ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.plans_trial ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.projects_adoption ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.projects_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.projects_application ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.projects_attachment ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.projects_call ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.projects_choosing ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.projects_choosingitem ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.projects_claim ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.projects_design ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.projects_designfile ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.projects_evidence ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.projects_gateevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.projects_gatestate ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.projects_menuchoice ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.projects_opinion ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.projects_override ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.projects_partproof ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.projects_project ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.projects_remark ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.projects_review ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.projects_step ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.projects_steptaken ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.projects_task ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.projects_whistle ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.projects_whistlestep ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.projects_works ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_assessment ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_building ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_conflict ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_dangerplan ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_document ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_estate ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_household ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_import ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_knowncolumn ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_party ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_pipe ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_readingtrial ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_resource ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_source ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_succession ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_unit ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen_below ON public.plans_change FOR SELECT USING (starts_with(current_setting('jiugai.low'::text, true), (division)::text));
CREATE POLICY seen_below ON public.plans_plan FOR SELECT USING (starts_with(current_setting('jiugai.low'::text, true), (division)::text));
CREATE POLICY seen_below ON public.plans_result FOR SELECT USING ((starts_with(current_setting('jiugai.low'::text, true), (division)::text) AND (EXISTS ( SELECT 1
   FROM public.plans_plan p
  WHERE (p.result_id = plans_result.run_id)))));
CREATE POLICY seen_below ON public.plans_run FOR SELECT USING ((starts_with(current_setting('jiugai.low'::text, true), (division)::text) AND (EXISTS ( SELECT 1
   FROM public.plans_plan p
  WHERE (p.result_id = plans_run.id)))));
CREATE POLICY seen_below ON public.registry_source FOR SELECT USING (starts_with(current_setting('jiugai.low'::text, true), (division)::text));
ALTER TABLE public.surveys_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.surveys_answerfile ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.surveys_figures ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.surveys_submission ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.surveys_survey ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.surveys_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY within_scope ON public.audit_line USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.conference_assignment USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.conference_dutyreport USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.conference_item USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.conference_meeting USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.conference_paper USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.conference_partner USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.conference_report USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.conference_seat USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.conference_unit USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.demands_band USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.demands_demand USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.demands_demandstep USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.demands_receptiondesk USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.demands_ticketimport USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.hooks_event USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.jobs_job USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.owners_bodystep USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.owners_contribution USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.owners_ownersbody USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.owners_propertyservice USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.owners_residentspart USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.owners_seat USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.owners_serviceentry USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.owners_servicestep USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.participation_ballot USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.participation_consent USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.participation_entrance USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.participation_frozenroll USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.participation_helper USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.participation_householdcode USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.participation_notice USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.participation_noticeseen USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.participation_objection USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.participation_onetimecode USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.participation_paperentry USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.participation_personalrequest USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.participation_rollflat USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.participation_rollimport USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.participation_vote USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.participation_voteresult USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.plans_change USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.plans_place USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.plans_plan USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.plans_result USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.plans_run USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.plans_scenario USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.plans_searchprices USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.plans_trial USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.projects_adoption USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.projects_answer USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.projects_application USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.projects_attachment USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.projects_call USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.projects_choosing USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.projects_choosingitem USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.projects_claim USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.projects_design USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.projects_designfile USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.projects_evidence USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.projects_gateevent USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.projects_gatestate USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.projects_menuchoice USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.projects_opinion USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.projects_override USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.projects_partproof USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.projects_project USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.projects_remark USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.projects_review USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.projects_step USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.projects_steptaken USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.projects_task USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.projects_whistle USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.projects_whistlestep USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.projects_works USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.registry_assessment USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.registry_building USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.registry_change USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.registry_conflict USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.registry_dangerplan USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.registry_document USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.registry_estate USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.registry_household USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.registry_import USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.registry_knowncolumn USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.registry_party USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.registry_pipe USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.registry_readingtrial USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.registry_resource USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.registry_source USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.registry_succession USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.registry_unit USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.surveys_answer USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.surveys_answerfile USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.surveys_figures USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.surveys_submission USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.surveys_survey USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
CREATE POLICY within_scope ON public.surveys_version USING (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true)))) WITH CHECK (((((division)::text COLLATE "C") >= current_setting('jiugai.low'::text, true)) AND (((division)::text COLLATE "C") < current_setting('jiugai.high'::text, true))));
